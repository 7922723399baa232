const NAME = "gongkai-assistant";
const script = document.currentScript;
const home = new URL(".", script?.src || location.href).href;

if (!customElements.get(NAME)) customElements.define(NAME, Panel);
if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", settle);
else settle();

/** Place one element as the script tag says: inside `data-target`, or at the edge of the page if none is there. */
function settle() {
  const { target, ...given } = script ? script.dataset : {};
  const place = target && document.querySelector(target);
  if (target && !place) console.warn(`widget.js: data-target="${target}" is not in this page`);
  if (!place && document.querySelector(NAME)) return;
  const element = document.createElement(NAME);
  Object.assign(element.dataset, { api: home }, given, place ? { inline: "" } : {});
  (place || document.documentElement).append(element);
}
