/** The source of a citation: the paragraph of the report in a dialog, what is cited highlighted. */
export class Source {
  constructor(panel) {
    this.panel = panel;
    this.head = make("h2", { id: "source-head", tabindex: -1 }, words.source);
    this.body = make("div", { class: "passage", tabindex: 0, role: "region", "aria-label": words.source });
    const close = button(words.close, () => this.dialog.close());
    this.dialog = make(
      "dialog",
      { class: "source", "aria-labelledby": "source-head", close: () => this.opener?.focus() },
      make("div", { class: "head" }, this.head, close),
      this.body,
    );
    this.dialog.addEventListener("click", (event) => event.target === this.dialog && this.dialog.close());
    this.dialog.addEventListener("keydown", (event) => event.stopPropagation());
  }

  /** Show where a citation stands; `opener` gets the focus back. */
  async open(citation, figures, opener) {
    this.opener = opener;
    this.panel.say(words.opening);
    const found = await this.panel.service.passage(citation).catch((fault) => fault);
    const page = { report: citation.report, start: citation.start, end: citation.end, figure: figures };
    this.body.replaceChildren(
      make("p", { class: "small" }, `《${citation.title}》`),
      make("p", { class: "small" }, citation.section),
      ...(found instanceof Error ? this.missing(found, citation, figures) : [passage(found, figures)]),
      ...(citation.corrections || []).map((mended) => make("p", { class: "small" }, fill(words.corrected, mended))),
      apart(`${this.panel.service.address("passage", page)}#cited`, words.page),
    );
    this.panel.say("");
    if (!this.dialog.open) this.dialog.showModal();
    this.head.focus();
    this.body.querySelector("mark")?.scrollIntoView({ block: "center" });
  }

  missing(fault, citation, figures) {
    const again = () => this.open(citation, figures, this.opener);
    return [make("blockquote", {}, citation.quote), make("p", { role: "alert" }, fault.message), button(words.again, again)];
  }
}

function passage(found, figures) {
  const text = (runs) => runs.map((run) => (run.cited ? make("mark", {}, emphasised(run.text, figures)) : run.text));
  if (!found.table.length) return make("p", { class: "text" }, text(found.runs));
  const cell = ({ runs, span }) => make("td", { colspan: span }, text(runs));
  const rows = found.table.map((row) => make("tr", {}, row.map(cell)));
  return make("div", { class: "wide", tabindex: 0, role: "region", "aria-label": words.grid }, make("table", {}, make("tbody", {}, rows)));
}
