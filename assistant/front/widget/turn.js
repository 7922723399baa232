const FEW = 3;

/** One question with its answer, the proof of it and what may be done next. */
export class Turn {
  constructor(question, panel) {
    Object.assign(this, { question, panel });
    this.head = make("h3", { tabindex: -1 }, make("span", { class: "unseen" }, words.asked), question);
    this.body = make("div", { class: "answer" });
    this.element = make("li", {}, this.head, this.body);
  }

  wait() {
    this.body.replaceChildren(make("p", {}, words.waiting));
  }

  fail(fault, again) {
    const retry = button(words.again, again, { class: "main" });
    this.body.replaceChildren(make("p", { class: "trouble" }, fault.message), retry);
  }

  show({ answer, further, bars, measure, cells, titles, rated, letter, history }) {
    const figures = figuresOf(answer);
    const formula = answer.computation?.expression;
    const unsaid = formula && !answer.text.includes(formula);
    const answered = answer.status === "answered";
    this.body.replaceChildren(
      ...answer.text.split("\n").map((line) => make("p", { class: "said" }, emphasised(line, answered ? figures : []))),
      ...(unsaid ? [make("p", { class: "formula" }, words.formula, make("span", {}, formula))] : []),
      ...(bars.length ? [chart(bars, measure)] : []),
      ...(answer.passages.length ? [this.nearest(answer.passages, titles)] : []),
      ...(answer.citations.length ? [this.proof(celled(answer.citations, cells), figures)] : []),
      ...(letter || rated ? [this.actions(letter, answered, rated, history)] : []),
    );
    this.offer({ answer, further });
  }

  /** What may be asked next, below all the rest. */
  offer({ answer: { status }, further }) {
    if (!further.length) return;
    const choice = (question) => make("li", {}, button(question, () => this.panel.ask(question, [])));
    const kind = status === "clarify" ? "choices" : "choices further";
    this.body.append(make("div", { class: kind }, make("p", {}, words.further[status]), make("ul", {}, further.map(choice))));
  }

  /** What a refusal shows, which is no answer. */
  nearest(passages, titles) {
    const titled = passages.map((p) => ({ ...p, title: titles[p.report] }));
    return make("div", { class: "proof nearest" }, make("p", {}, words.nearest), this.quotes(titled, []));
  }

  /** The citations under their sections; where there are many, folded. */
  proof(citations, figures) {
    const many = citations.length > FEW;
    const head = fill(words.sources, { count: citations.length });
    const list = this.quotes(citations, figures);
    return make(many ? "details" : "div", { class: "proof" }, make(many ? "summary" : "p", {}, head), list);
  }

  quotes(citations, figures) {
    const sections = [];
    for (const citation of citations) {
      const { title, section } = citation;
      const last = sections.at(-1);
      if (last?.title === title && last.section === section) last.cited.push(citation);
      else sections.push({ title, section, cited: [citation] });
    }
    const quote = (citation) => {
      const said = quoted(citation);
      const open = (event) => this.panel.source.open(citation, figures, event.currentTarget);
      return make("li", {}, button(said, open, { "aria-label": fill(words.open, { quote: said }) }));
    };
    return sections.flatMap(({ title, section, cited }) => [
      make("p", { class: "small" }, `《${title}》`, make("br"), section),
      make("ul", {}, cited.map(quote)),
    ]);
  }

  actions(letter, answered, rated, history) {
    const { service } = this.panel;
    // No answer leans on more than six before it.
    const href = service.address("ask", { q: this.question, history: history.slice(-6), report: service.reports });
    const copy = async () => {
      this.panel.say((await copied(`${letter}\n${href}`, this.element)) ? words.copied : words.uncopied, true);
    };
    const out = [button(words.copy, copy), apart(href, words.alone)];
    return make("div", { class: "actions" }, ...(letter ? out : []), rated ? this.rating(answered, history) : "");
  }

  /** Where that is kept: it does not help, with a word about it for who likes. */
  rating(answered, history) {
    const remark = make("input", { maxlength: 200, "aria-label": words.remark, placeholder: words.remark });
    const submit = async (event) => {
      event.preventDefault();
      const fault = await this.panel.service.rate(this.question, history, remark.value).catch((caught) => caught);
      this.panel.say(fault ? fault.message : words.rated, true);
      if (fault) return;
      form.remove();
      open.setAttribute("aria-pressed", true);
      open.focus();
    };
    const form = make("form", { submit, hidden: true }, remark, make("button", {}, words.rate));
    const show = () => {
      form.hidden = !form.hidden;
      remark.focus();
    };
    const open = button(words.unhelpful[answered ? 0 : 1], show, { "aria-pressed": "false" });
    return [open, form];
  }
}

/** How an answer's figures may be written, the longest first. */
function figuresOf({ values, computation }) {
  const written = [...values.flatMap(({ text, value }) => [text, value]), ...(computation?.operands || [])];
  return [...new Set(written)].sort((a, b) => b.length - a.length);
}

/** Citations with the cells that answer in the place of their rows, each as its heads and what it holds. */
function celled(citations, cells) {
  return citations.flatMap((citation, at) => {
    const mine = cells.filter((cell) => cell.citation === at);
    const alone = ({ heads, text, start, end }) => ({ ...citation, start, end, quote: text, said: `${heads}：${text}` });
    return mine.length ? mine.map(alone) : [citation];
  });
}

/** A citation as a reader wants it: of rows, what their cells say; of prose, no lines that a page broke. */
function quoted({ quote, said }) {
  if (said) return said;
  const whole = quote.trim();
  if (whole[0] !== "|") return whole.replace(/\s*\n\s*/g, "");
  return whole.split("|").map((cell) => cell.trim()).filter(Boolean).join(" · ");
}

/** Copy, also where the page is not served over https; false where the browser refuses. */
async function copied(text, place) {
  if (navigator.clipboard) {
    return navigator.clipboard.writeText(text).then(() => true, () => false);
  }
  const focused = place.getRootNode().activeElement;
  const area = make("textarea", { class: "unseen", "aria-hidden": "true" });
  area.value = text;
  place.append(area);
  area.select();
  const done = document.execCommand("copy");
  area.remove();
  focused?.focus();
  return done;
}
