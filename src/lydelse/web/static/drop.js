"use strict";
// Lets files be dropped where they can be chosen, and says which were left. Without it they are chosen.
const fields = [...document.querySelectorAll("[data-drop]")];
const inputOf = (field) => field.querySelector("input[type=file]");

/** Names the files where there are several: the browser itself says no more than how many. */
function tell(field) {
  const names = [...inputOf(field).files].map((file) => file.name);
  field.querySelector("[data-left]").textContent = names.length > 1 ? names.join(", ") : "";
}

/** Leaves files in a field as if they had been chosen. */
function leave(field, files) {
  const left = new DataTransfer();
  files.forEach((file) => left.items.add(file));
  inputOf(field).files = left.files;
  inputOf(field).dispatchEvent(new Event("change", { bubbles: true }));
}

/** Gives a field the files that it takes, and the next one those that it does not. */
function share(field, files) {
  if (inputOf(field).multiple) { leave(field, [...inputOf(field).files, ...files]); return; }
  const rest = fields.slice(fields.indexOf(field)).filter((each) => each.closest("fieldset, details") === field.closest("fieldset, details"));
  files.slice(0, rest.length).forEach((file, at) => leave(rest[at], [file]));
}

for (const field of fields) {
  inputOf(field).addEventListener("change", () => tell(field));
  for (const over of ["dragenter", "dragover"]) field.addEventListener(over, (event) => { event.preventDefault(); field.classList.add("over"); });
  for (const gone of ["dragleave", "drop"]) field.addEventListener(gone, () => field.classList.remove("over"));
  field.addEventListener("drop", (event) => { event.preventDefault(); share(field, [...event.dataTransfer.files]); });
}
// A file that is dropped beside the fields must not take the place of the page.
for (const stray of ["dragover", "drop"]) document.addEventListener(stray, (event) => event.preventDefault());

const swap = document.querySelector("[data-swap]");
if (swap) {
  const [before, after] = fields;
  const offer = () => { swap.hidden = !(inputOf(before).files.length && inputOf(after).files.length); };
  [before, after].forEach((field) => inputOf(field).addEventListener("change", offer));
  swap.querySelector("button").addEventListener("click", () => {
    const [first, second] = [before, after].map((field) => [...inputOf(field).files]);
    leave(before, second);
    leave(after, first);
  });
}
