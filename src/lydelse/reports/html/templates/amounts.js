"use strict";
// Makes the tables of amounts handier: a box to search in, columns to sort by. Without it everything is shown as it stands.
// On a narrow screen pictures keep a size that can be read and are moved sideways, by the keyboard as well; what is framed is shown first.
const order = new Intl.Collator(document.documentElement.lang, { numeric: true });

/** The figure that a cell begins with, in the base unit; null where it begins with none. */
function figureIn(cell) {
  const written = (cell?.textContent ?? "").replace(/\s/g, "").replace("−", "-").replace(",", ".").match(/^[+-]?\d+(\.\d+)?/);
  return written && Number(written[0]) * Number(cell.dataset.scale ?? 1);
}

function rowsOf(table) {
  return [...table.tBodies].flatMap((body) => {
    const [head, ...rows] = body.rows;
    return rows.map((row) => ({ row, head, body, said: `${head.textContent} ${row.textContent}`.replace(/\s+/g, " ").toLowerCase() }));
  });
}

/** Lets a table be sorted by each column, down, up and back to the order of the document. */
function makeSortable(table, rows, back) {
  const sorted = document.createElement("tbody");
  sorted.setAttribute("role", "rowgroup");
  const heads = [...table.tHead.rows[0].cells];
  const forget = () => {
    heads.forEach((head) => head.removeAttribute("aria-sort"));
    rows.forEach(({ row, body }) => { row.querySelector(".from")?.remove(); body.append(row); });
    sorted.remove();
    back.hidden = true;
    [...table.tBodies].forEach((body) => { body.hidden = false; });
  };
  const sort = (head, down) => {
    const at = heads.indexOf(head);
    const words = at === 0;
    const keys = new Map(rows.map(({ row }) => [row, words ? row.cells[at].textContent : figureIn(row.cells[at])]));
    const compared = (one, other) => {
      const [a, b] = [keys.get(one.row), keys.get(other.row)];
      if (a === null || b === null) return (a === null) - (b === null);
      return (words ? order.compare(a, b) : a - b) * (down ? -1 : 1);
    };
    forget();
    head.setAttribute("aria-sort", down ? "descending" : "ascending");
    [...table.tBodies].forEach((body) => { body.hidden = true; });
    [...rows].sort(compared).forEach(({ row, head: group }) => {
      const from = document.createElement("span");
      from.className = "from detail";
      from.textContent = group.textContent;
      row.cells[0].append(from);
      sorted.append(row);
    });
    table.append(sorted);
    back.hidden = false;
  };
  heads.forEach((head) => {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...head.childNodes);
    button.addEventListener("click", () => {
      const now = head.getAttribute("aria-sort");
      const first = heads.indexOf(head) === 0 ? "ascending" : "descending";
      if (now && now !== first) forget();
      else sort(head, now ? first !== "descending" : first === "descending");
    });
    head.append(button);
  });
  return forget;
}

for (const tools of document.querySelectorAll(".tools")) {
  const [search] = tools.querySelectorAll("input[type=search]");
  const [changed] = tools.querySelectorAll("input[type=checkbox]");
  const [back] = tools.querySelectorAll("button");
  const [told] = tools.querySelectorAll("[role=status]");
  const tables = [...tools.parentElement.querySelectorAll("table")];
  const all = new Map(tables.map((table) => [table, rowsOf(table)]));
  const forget = tables.map((table) => makeSortable(table, all.get(table), back));
  const lists = tools.parentElement.querySelectorAll("details");
  const opened = new Set();
  const look = () => {
    const sought = search.value.replace(/\s+/g, " ").trim().toLowerCase();
    let shown = 0;
    for (const rows of all.values()) {
      const heads = new Map(rows.map(({ head }) => [head, true]));
      for (const { row, head, said } of rows) {
        row.hidden = !said.includes(sought) || (changed?.checked === true && "whole" in row.dataset);
        if (!row.hidden) { shown += 1; heads.set(head, false); }
      }
      heads.forEach((empty, head) => { head.hidden = empty; });
    }
    told.textContent = sought || changed?.checked ? told.dataset.said.replace("#", shown) : "";
    for (const list of lists) {
      const found = sought !== "" && list.querySelector("tbody tr:not([hidden])") !== null;
      if (found && !list.open) { list.open = true; opened.add(list); }
      else if (!found && opened.delete(list)) list.open = false;
    }
  };
  search.addEventListener("input", look);
  changed?.addEventListener("change", look);
  back.addEventListener("click", () => { forget.forEach((restore) => restore()); search.focus(); });
  tools.hidden = false;
}

function reachWideOnes() {
  for (const picture of document.querySelectorAll(".pictured")) {
    if (picture.scrollWidth > picture.clientWidth) {
      picture.tabIndex = 0;
      const alone = picture.querySelector("img");
      if (alone) picture.setAttribute("aria-label", alone.alt);
      const { from, to } = picture.dataset;
      if (to) picture.scrollLeft = Math.max(0, Math.min(from - 16, Number(to) + 16 - picture.clientWidth));
    } else picture.removeAttribute("tabindex");
  }
}
reachWideOnes();
addEventListener("resize", reachWideOnes);
