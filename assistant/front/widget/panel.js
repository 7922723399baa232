const NARROW = matchMedia("(max-width: 40em), (max-height: 30em)");
const TOUCH = matchMedia("(pointer: coarse)");
const LINES = 5;
const sheet = new CSSStyleSheet();
sheet.replaceSync(style);

/** `<gongkai-assistant>`: the button at the edge of the page and the panel that it opens. */
export class Panel extends HTMLElement {
  connectedCallback() {
    if (this.shadowRoot) return;
    const { api, reports, questions } = this.dataset;
    const list = (text) => (text || "").split("|").map((one) => one.trim()).filter(Boolean);
    this.service = new Service(api || home, list(reports));
    this.visit = new Visit(this.service.base);
    this.hot = list(questions);
    this.inline = "inline" in this.dataset;
    const shadow = this.attachShadow({ mode: "open" });
    shadow.adoptedStyleSheets = [sheet];
    this.root = make("div", { class: this.inline ? "root inline" : "root", lang: "zh-CN" });
    this.build();
    shadow.append(this.root);
    this.replay();
    this.welcome();
    if (this.inline) this.panel.setAttribute("open", "");
    else if (this.visit.open && !NARROW.matches) this.open(false);
    NARROW.addEventListener("change", () => this.fit());
  }

  build() {
    this.status = make("p", { role: "status", class: "unseen" });
    this.toast = make("p", { class: "toast", hidden: true, "aria-hidden": "true" });
    this.source = new Source(this);
    this.settings = new Settings(this.root, this.visit, () => this.forget(), () => this.log);
    this.opener = button([icon(), words.launch], () => (this.panel.open ? this.close() : this.open(true)), {
      class: "opener",
      "aria-expanded": "false",
      "aria-controls": "panel",
    });
    this.heading = make("h2", { id: "title", tabindex: -1 }, this.dataset.title || words.title);
    this.fresh = button(words.fresh, () => this.forget(this.visit.turns), { hidden: true });
    this.undo = button(words.undo, () => this.restore(), { hidden: true });
    this.greeting = make("div", { class: "greeting" });
    this.turns = make("ol", {});
    this.log = make("div", { class: "log", tabindex: 0, role: "region", "aria-label": words.log }, this.greeting, this.undo, this.turns);
    this.panel = make(
      "dialog",
      { id: "panel", "aria-labelledby": "title", close: () => this.closed(), keydown: (event) => this.press(event) },
      make("div", { class: "head" }, this.heading, this.fresh, this.settings.large, this.settings.toggle, this.closer()),
      this.settings.element,
      this.log,
      this.line(),
      this.toast,
      this.status,
    );
    this.root.append(...(this.inline ? [] : [this.opener]), this.panel, this.source.dialog);
  }

  closer() {
    return this.inline ? null : button(words.close, () => this.close());
  }

  line() {
    this.input = make("textarea", {
      ...{ id: "question", rows: 1, maxlength: 1000, autocomplete: "off", enterkeyhint: "send" },
      ...{ "aria-autocomplete": "list", "aria-haspopup": "listbox", "aria-controls": "options" },
      placeholder: NARROW.matches || TOUCH.matches ? words.placeholder : words.lines,
    });
    const options = make("ul", { id: "options", role: "listbox", "aria-label": words.options, hidden: true });
    this.box = new Combobox(this.input, options, (typed) => this.service.suggest(typed), (text) => this.typed(text));
    // After those of the type-ahead, which takes Enter where a suggestion is marked.
    this.input.addEventListener("keydown", (event) => this.enter(event));
    this.input.addEventListener("input", () => this.grow());
    const send = (event) => {
      event.preventDefault();
      this.typed(this.input.value.trim());
    };
    const label = make("label", { for: "question", class: "unseen" }, words.label);
    const submit = make("button", { class: "main" }, words.send);
    this.form = make("form", { submit: send }, label, options, this.input, submit);
    return this.form;
  }

  /** As high as what is typed, up to a few lines. */
  grow() {
    const { input } = this;
    input.rows = 1;
    while (input.value && input.rows < LINES && input.scrollHeight > input.clientHeight) input.rows++;
  }

  /** Enter asks, unless it takes a suggestion or ends what an input method composes; with Shift it begins a line. */
  enter(event) {
    if (event.key !== "Enter" || event.shiftKey || composing(event) || event.defaultPrevented) return;
    event.preventDefault();
    this.form.requestSubmit();
  }

  /** What stands above the conversation: what can be asked, and what most visitors ask. */
  async welcome() {
    const hot = this.hot.length ? this.hot : await this.service.hot().catch(() => []);
    const ask = (question) => make("li", {}, button(question, () => this.ask(question, [])));
    const choices = make("div", { class: "choices" }, make("p", {}, words.hot), make("ul", {}, hot.map(ask)));
    this.greeting.replaceChildren(
      make("p", {}, words.welcome),
      ...(hot.length ? [choices] : []),
      make("p", { class: "small" }, words.note),
    );
  }

  typed(question) {
    this.box.close();
    if (!question) return this.input.focus();
    this.input.value = "";
    this.grow();
    return this.ask(question, this.visit.questions, this.input);
  }

  /** Ask, show the answer and read it out; the focus stays in `keep` or goes to the question. */
  async ask(question, history, keep) {
    const turn = this.place(question);
    await this.answer(turn, history, keep);
  }

  async answer(turn, history, keep) {
    turn.wait();
    this.say(words.waiting);
    (keep || turn.head).focus({ preventScroll: true });
    turn.element.scrollIntoView({ block: "start" });
    const found = await this.service.turn(turn.question, history).catch((fault) => fault);
    if (!turn.element.isConnected) return;
    if (found instanceof Error) {
      turn.fail(found, () => this.answer(turn, history));
      this.say(found.message);
    } else {
      turn.show({ ...found, history });
      const kept = { question: turn.question, history, ...found };
      this.visit.add(kept);
      this.say(found.answer.text);
      if (found.answer.status === "answered") this.goOn(turn, kept);
    }
    turn.element.scrollIntoView({ block: "start" });
  }

  /** Under an answer that offers nothing itself, what may be asked next, as soon as it is found. */
  async goOn(turn, kept) {
    if (kept.further.length) return;
    kept.further = await this.service.further(kept).catch(() => []);
    this.visit.keep();
    turn.offer(kept);
  }

  place(question) {
    const turn = new Turn(question, this);
    this.turns.append(turn.element);
    this.fresh.hidden = false;
    this.undo.hidden = true;
    return turn;
  }

  /** Have a screen reader say it; `seen` shows it for a moment as well. */
  say(text, seen = false) {
    this.status.textContent = text;
    this.toast.textContent = text;
    this.toast.hidden = !seen;
    clearTimeout(this.clock);
    if (seen) this.clock = setTimeout(() => (this.toast.hidden = true), 4000);
  }

  /** Begin anew; what is `kept` can be had back until the next question. */
  forget(kept = []) {
    this.before = kept;
    this.undo.hidden = !kept.length;
    this.visit.clear();
    this.turns.replaceChildren();
    this.fresh.hidden = true;
    this.settings.show(false);
    this.say(words.cleared, true);
    this.input.focus();
  }

  restore() {
    this.visit.set("turns", this.before);
    this.replay();
    this.turns.lastElementChild.scrollIntoView();
    this.say("");
    this.input.focus();
  }

  replay() {
    for (const turn of this.visit.turns) this.place(turn.question).show(turn);
  }

  open(byVisitor) {
    this.raise();
    this.opener.setAttribute("aria-expanded", "true");
    this.visit.set("open", true);
    this.turns.lastElementChild?.scrollIntoView({ block: "start" });
    if (byVisitor) (TOUCH.matches ? this.heading : this.input).focus();
  }

  close() {
    this.visit.set("open", false);
    this.panel.close();
    this.opener.focus();
  }

  closed() {
    if (!this.panel.open) this.opener.setAttribute("aria-expanded", "false");
  }

  /** On a small screen the panel covers the page, and is modal; on a large one it stands beside it. */
  fit() {
    if (this.inline || !this.panel.open) return;
    const focused = this.shadowRoot.activeElement;
    this.panel.close();
    this.raise();
    focused?.focus();
  }

  raise() {
    if (NARROW.matches) this.panel.showModal();
    else this.panel.show();
  }

  press(event) {
    if (event.key !== "Escape" || this.inline) return;
    event.preventDefault();
    if (this.settings.element.hidden) this.close();
    else {
      this.settings.show(false);
      this.settings.toggle.focus();
    }
  }
}

function icon() {
  const bubble = "M4 4h16a2 2 0 0 1 2 2v10a2 2 0 0 1-2 2h-8l-5 4v-4H4a2 2 0 0 1-2-2V6a2 2 0 0 1 2-2z";
  return draw("svg", { viewBox: "0 0 24 24", "aria-hidden": "true" }, draw("path", { d: bubble }), draw("path", { d: "M7 9h10M7 13h6", class: "lines" }));
}
