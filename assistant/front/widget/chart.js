const ROW = 3.2;
const WIDEST = 62;

/** Figures as bars with the table that they are drawn from, each written as the answer has it; all are of `measure`. */
export function chart(bars, measure) {
  const largest = Math.max(...bars.map((bar) => Math.abs(bar.value))) || 1;
  const rows = bars.map((bar, at) => {
    const length = (Math.abs(bar.value) / largest) * WIDEST;
    return draw(
      "g",
      {},
      draw("text", { x: 0, y: `${at * ROW + 1.1}em` }, bar.label),
      draw("rect", { x: 0, y: `${at * ROW + 1.5}em`, width: `${length}%`, height: "1.1em", rx: 3 }),
      draw("text", { x: `${length}%`, y: `${at * ROW + 2.4}em`, dx: "0.5em", class: "amount" }, bar.text),
    );
  });
  const named = { role: "img", "aria-label": words.chart, width: "100%", height: `${bars.length * ROW}em` };
  const title = measure ? [make("figcaption", {}, measure)] : [];
  return make("figure", {}, ...title, draw("svg", named, ...rows), table(bars));
}

function table(bars) {
  const cell = (bar) => make("tr", {}, make("th", { scope: "row" }, bar.label), make("td", {}, bar.text));
  const head = make("tr", {}, ...words.columns.map((name) => make("th", { scope: "col" }, name)));
  const body = make("tbody", {}, bars.map(cell));
  const whole = make("table", {}, make("caption", { class: "unseen" }, words.table), make("thead", {}, head), body);
  return make("details", {}, make("summary", {}, words.table), whole);
}
