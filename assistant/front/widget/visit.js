const KEPT = 30;

/** What this visit asked and how it likes to read, kept until the browser tab is closed. */
export class Visit {
  constructor(base) {
    this.key = `gongkai:${base}`;
    const kept = this.read();
    this.turns = Array.isArray(kept.turns) ? kept.turns : [];
    this.open = kept.open === true;
    this.large = kept.large === true;
    this.look = kept.look || "auto";
  }

  /** The questions asked so far, in order. */
  get questions() {
    return this.turns.map((turn) => turn.question);
  }

  add(turn) {
    this.turns = [...this.turns, turn].slice(-KEPT);
    this.keep();
  }

  clear() {
    this.turns = [];
    this.keep();
  }

  set(name, value) {
    this[name] = value;
    this.keep();
  }

  /** Where the browser keeps nothing for this site, the visit is remembered by the page alone. */
  keep() {
    const { turns, open, large, look } = this;
    try {
      sessionStorage.setItem(this.key, JSON.stringify({ turns, open, large, look }));
    } catch {
      this.forgetful = true;
    }
  }

  read() {
    try {
      return JSON.parse(sessionStorage.getItem(this.key)) || {};
    } catch {
      return {};
    }
  }
}
