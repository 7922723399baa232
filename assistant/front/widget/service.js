const PATIENCE = 15000;

/** What went wrong, in a sentence for the visitor. */
export class Trouble extends Error {}

/** The service that answers, at its address; `reports` limits it to these ids. */
export class Service {
  constructor(base, reports) {
    this.base = base;
    this.reports = reports;
  }

  /** The answer with what to ask next and the bars to draw. */
  turn(question, history) {
    return this.call("turn", {}, { question, history, reports: this.reports });
  }

  /** The questions that most visitors begin with. */
  async hot() {
    return (await this.call("hot", { report: this.reports })).questions;
  }

  /** What the text typed so far may become. */
  async suggest(typed) {
    return (await this.call("suggest", { q: typed, limit: 5 })).suggestions;
  }

  /** The paragraph of the report that a citation stands in. */
  passage({ report, start, end }) {
    return this.call(`reports/${encodeURIComponent(report)}/passage`, { start, end });
  }

  /** Tell that an answer does not help, with a word about it. */
  rate(question, history, remark) {
    return this.call("feedback", {}, { question, history, reports: this.reports, helpful: false, remark });
  }

  /** The address of a page of the service. */
  address(path, query) {
    const url = new URL(path, this.base);
    for (const [name, value] of Object.entries(query)) {
      for (const one of [value].flat()) url.searchParams.append(name, one);
    }
    return url.href;
  }

  async call(path, query, body) {
    const stop = new AbortController();
    const clock = setTimeout(() => stop.abort(), PATIENCE);
    const sent = { credentials: "omit", signal: stop.signal };
    if (body) {
      sent.method = "POST";
      sent.headers = { "Content-Type": "application/json" };
      sent.body = JSON.stringify(body);
    }
    try {
      const reply = await fetch(this.address(path, query), sent);
      if (!reply.ok) throw new Trouble(await complaint(reply));
      return reply.status === 204 ? null : await reply.json();
    } catch (fault) {
      throw fault instanceof Trouble ? fault : new Trouble(words.trouble[kind(stop.signal)]);
    } finally {
      clearTimeout(clock);
    }
  }
}

/** What the service itself says of a question that it does not take, or else a sentence for the status. */
async function complaint(reply) {
  const said = reply.status < 500 && (await reply.json().catch(() => null));
  return words.trouble[reply.status] || said?.error?.message || words.trouble.service;
}

function kind(signal) {
  if (signal.aborted) return "slow";
  return navigator.onLine ? "network" : "offline";
}
