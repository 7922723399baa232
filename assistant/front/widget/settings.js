const LOOKS = ["auto", "light", "dark", "contrast"];
const DARK = matchMedia("(prefers-color-scheme: dark)");
const STARK = matchMedia("(prefers-contrast: more)");

/** Large type, the colours, and the button that clears the visit; shown on `root`, remembered by `visit`; what `log` shows stays in sight. */
export class Settings {
  constructor(root, visit, clear, log) {
    Object.assign(this, { root, visit, log });
    const pressed = String(visit.large);
    this.large = button(words.large, () => this.enlarge(!visit.large), { "aria-pressed": pressed, class: "large" });
    this.toggle = button(words.settings, () => this.show(this.element.hidden), {
      "aria-expanded": "false",
      "aria-controls": "settings",
    });
    const looks = make("fieldset", {}, make("legend", {}, words.look), LOOKS.map((look) => this.choice(look)));
    this.element = make("div", { id: "settings", hidden: true }, looks, button(words.clear, clear));
    for (const wish of [DARK, STARK]) wish.addEventListener("change", () => this.apply());
    this.apply();
  }

  choice(look) {
    const checked = this.visit.look === look;
    const change = () => this.apply(this.visit.set("look", look));
    const radio = make("input", { type: "radio", name: "look", value: look, checked, change });
    return make("label", {}, radio, words.looks[look]);
  }

  show(open) {
    this.element.hidden = !open;
    this.toggle.setAttribute("aria-expanded", open);
  }

  enlarge(large) {
    this.visit.set("large", large);
    this.large.setAttribute("aria-pressed", large);
    const log = this.log();
    const read = log.scrollTop / log.scrollHeight;
    this.apply();
    log.scrollTop = read * log.scrollHeight;
  }

  apply() {
    const wished = STARK.matches ? "contrast" : DARK.matches ? "dark" : "light";
    const { look, large } = this.visit;
    this.root.dataset.look = look === "auto" ? wished : look;
    this.root.dataset.type = large ? "large" : "normal";
  }
}
