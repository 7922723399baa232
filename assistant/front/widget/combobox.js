const PAUSE = 150;
const QUESTION = /[?？]$/;

/** Does this key belong to what an input method is composing? Safari says so by its code alone. */
export const composing = (event) => event.isComposing || event.keyCode === 229;

/**
 * Type-ahead: `input` keeps the focus, `list` shows what its one line may become.
 * A whole question that is chosen is asked at once; a part of one is taken into the line.
 */
export class Combobox {
  constructor(input, list, suggest, ask) {
    Object.assign(this, { input, list, suggest, ask, active: -1, clock: 0 });
    input.addEventListener("input", (event) => event.isComposing || this.wait());
    input.addEventListener("compositionend", () => this.wait());
    input.addEventListener("keydown", (event) => this.press(event));
    input.addEventListener("blur", () => this.close());
    list.addEventListener("pointerdown", (event) => event.preventDefault());
    list.addEventListener("click", (event) => this.take(event.target.closest("[role=option]")));
  }

  wait() {
    clearTimeout(this.clock);
    this.clock = setTimeout(() => this.look(), PAUSE);
  }

  async look() {
    const typed = this.input.value.trim();
    const found = typed && !typed.includes("\n") ? await this.suggest(typed).catch(() => []) : [];
    if (this.input.value.trim() === typed && this.input.matches(":focus")) this.show(found);
  }

  show(found) {
    this.list.replaceChildren(...found.map((text, at) => make("li", { role: "option", id: `option-${at}` }, text)));
    this.list.hidden = !found.length;
    this.mark(-1);
  }

  close() {
    clearTimeout(this.clock);
    this.show([]);
  }

  mark(at) {
    const options = [...this.list.children];
    this.active = at;
    options.forEach((option, each) => option.setAttribute("aria-selected", each === at));
    if (options[at]) {
      this.input.setAttribute("aria-activedescendant", options[at].id);
      options[at].scrollIntoView({ block: "nearest" });
    } else this.input.removeAttribute("aria-activedescendant");
  }

  take(option) {
    if (!option) return;
    const text = option.textContent;
    this.close();
    if (QUESTION.test(text)) this.ask(text);
    else {
      this.input.value = text;
      this.wait();
    }
  }

  press(event) {
    const count = this.list.children.length;
    if (composing(event) || !count) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) this.mark(((this.active + step + 1 + count + 1) % (count + 1)) - 1);
    else if (event.key === "Enter" && this.active >= 0) this.take(this.list.children[this.active]);
    else if (event.key === "Escape") this.close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }
}
