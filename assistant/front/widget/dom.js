const SVG = "http://www.w3.org/2000/svg";

/** An HTML element with attributes, listeners (functions) and children; strings become text, never markup. */
export function make(tag, given, ...children) {
  return filled(document.createElement(tag), given, children);
}

/** The same for a shape of a drawing. */
export function draw(tag, given, ...children) {
  return filled(document.createElementNS(SVG, tag), given, children);
}

/** A button that says something and does something. */
export function button(said, act, given) {
  return make("button", { type: "button", click: act, ...given }, said);
}

/** A sentence with its {slots} filled. */
export function fill(sentence, slots) {
  return sentence.replace(/\{(\w+)\}/g, (_, name) => slots[name]);
}

/** A text in pieces, those figures in bold that stand by themselves: 69项 is not found within 669项. */
export function emphasised(text, figures) {
  const pieces = [];
  let plain = 0;
  for (let at = 0; at < text.length; at++) {
    const figure = figures.find((sought) => sought && text.startsWith(sought, at) && alone(text, at, sought));
    if (figure) {
      pieces.push(text.slice(plain, at), make("b", {}, figure));
      plain = at + figure.length;
      at = plain - 1;
    }
  }
  return [...pieces, text.slice(plain)];
}

function alone(text, at, figure) {
  const around = text.slice(Math.max(0, at - 2), at);
  const behind = text.slice(at + figure.length, at + figure.length + 2);
  const startsWithDigit = /^\d/.test(figure) && /\d[.,]?$/.test(around);
  return !startsWithDigit && !(/\d$/.test(figure) && /^[.,]?\d/.test(behind));
}

/** A link to a page of its own. */
export function apart(href, text) {
  return make("a", { href, target: "_blank", rel: "noopener" }, text);
}

function filled(element, given = {}, children = []) {
  for (const [name, value] of Object.entries(given)) {
    if (typeof value === "function") element.addEventListener(name, value);
    else if (value !== false && value != null) element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.flat().filter((child) => child != null && child !== ""));
  return element;
}
