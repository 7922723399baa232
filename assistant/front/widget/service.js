const PATIENCE = 15000;

/** What went wrong, in a sentence for the visitor. */
export class Trouble extends Error {}

/** The service that answers, at its address; `reports` limits it to these ids. */
export class Service {
  constructor(base, reports) {
    this.base = base;
    this.reports = reports;
  }

  /** The answer with what it offers itself and the bars to draw. */
  turn(question, history) {
    return this.put("turn", { question, history });
  }

  /** What may be asked next; no answer waits for it. */
  async further({ question, history }) {
    return (await this.put("further", { question, history })).further;
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
    return this.put("feedback", { question, history, helpful: false, remark });
  }

  /** The address of a page of the service. */
  address(path, query) {
    const url = new URL(path, this.base);
    for (const [name, value] of Object.entries(query)) {
      for (const one of [value].flat()) url.searchParams.append(name, one);
    }
    return url.href;
  }

  put(path, body) {
    return this.call(path, {}, { ...body, reports: this.reports });
  }

  async call(path, query, body) {
    const stop = new AbortController();
    const clock = setTimeout(() => stop.abort(), PATIENCE);
    const headers = { "Content-Type": "application/json" };
    const sent = body && { method: "POST", headers, body: JSON.stringify(body) };
    try {
      const reply = await fetch(this.address(path, query), { credentials: "omit", signal: stop.signal, ...sent });
      if (!reply.ok) throw new Trouble(await complaint(reply));
      return reply.status === 204 ? null : await reply.json();
    } catch (fault) {
      const kind = stop.signal.aborted ? "slow" : navigator.onLine ? "network" : "offline";
      throw fault instanceof Trouble ? fault : new Trouble(words.trouble[kind]);
    } finally {
      clearTimeout(clock);
    }
  }
}

/** What the service itself says of a question that it does not take, or else a sentence for the status. */
async function complaint(reply) {
  const said = await reply.json().catch(() => null);
  return words.trouble[reply.status] || said?.error?.message || words.trouble.service;
}
