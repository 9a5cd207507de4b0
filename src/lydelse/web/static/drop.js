"use strict";
// Lets files be dropped where they can be chosen, and says which were left. Without it they are chosen.
const fields = [...document.querySelectorAll("[data-drop]")];
const inputOf = (field) => field.querySelector("input[type=file]");

/** Names the files where there are several: the browser itself says no more than how many. */
function tell(field) {
  const names = [...inputOf(field).files].map((file) => file.name);
  field.querySelector("[data-left]").textContent = names.length > 1 ? names.join(", ") : "";
}

/** The files of what was dropped: the files themselves, and those in folders whose kind is taken; and the names of the others. */
async function dropped(transfer, endings) {
  const entries = [...transfer.items].map((item) => item.webkitGetAsEntry?.()).filter(Boolean);
  if (!entries.some((entry) => entry.isDirectory)) return [[...transfer.files], []];
  const all = (await Promise.all(entries.map(filesOf))).flat();
  const taken = (file) => endings.some((ending) => file.name.toLowerCase().endsWith(ending));
  return [all.filter(taken), all.filter((file) => !taken(file)).map((file) => file.name)];
}

/** The files of a folder and its folders; a browser gives them a hundred at a time. */
async function filesOf(entry) {
  if (entry.isFile) return [await new Promise((found, lost) => entry.file(found, lost))];
  const reader = entry.createReader();
  const entries = [];
  for (;;) {
    const some = await new Promise((found, lost) => reader.readEntries(found, lost));
    if (!some.length) break;
    entries.push(...some);
  }
  return (await Promise.all(entries.map(filesOf))).flat();
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
  field.addEventListener("drop", async (event) => {
    event.preventDefault();
    const [files, others] = await dropped(event.dataTransfer, inputOf(field).accept.split(","));
    share(field, files);
    if (others.length) field.querySelector("[data-left]").textContent += ` ${field.dataset.passedOver}: ${others.join(", ")}.`;
  });
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

// What is too large to be taken is said before it is sent.
for (const form of document.querySelectorAll("[data-order]")) {
  form.addEventListener("submit", (event) => {
    const files = [...form.querySelectorAll("input[type=file]")].flatMap((input) => [...input.files]);
    const large = files.reduce((sum, file) => sum + file.size, 0) > Number(form.dataset.most);
    form.querySelector("[data-too-large]").hidden = !large;
    if (large) event.preventDefault();
  });
}
