"use strict";
// Shows how far the work has come, and loads the page anew when it is over. Without it the page loads itself anew.
const shown = document.querySelector("[data-progress]");
const step = shown.querySelector("[data-step]");
const bar = shown.querySelector("progress");

async function look() {
  try {
    const answer = await fetch(shown.dataset.progress, { headers: { accept: "application/json" } });
    if (!answer.ok) { location.reload(); return; }
    const told = await answer.json();
    if (told.over) { location.reload(); return; }
    if (told.step && told.step !== step.textContent) step.textContent = told.step;
    if (told.of) { bar.max = told.of; bar.value = told.done; } else bar.removeAttribute("value");
  } catch {
    step.textContent = shown.dataset.lost;
  }
  setTimeout(look, 400);
}
setTimeout(look, 300);
