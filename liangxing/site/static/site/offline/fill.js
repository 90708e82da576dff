// Puts what was written back into a form.
export function fill(form, fields) {
  const told = new Map();
  for (const [name, value] of fields) told.set(name, (told.get(name) || []).concat([value]));
  for (const field of form.elements) {
    if (!field.name || !told.has(field.name) || field.type === "hidden") continue;
    const values = told.get(field.name);
    if (field.type === "checkbox" || field.type === "radio") field.checked = values.includes(field.value);
    else if (field.tagName === "SELECT") for (const one of field.options) one.selected = values.includes(one.value);
    else if (field.type !== "file") field.value = values[0];
  }
  putFiles(form, fields);
}

export function putFiles(form, fields) {
  for (const field of form.querySelectorAll("input[type=file]")) {
    const files = fields.filter(([name, value]) => name === field.name && value instanceof File && value.size).map(([, value]) => value);
    if (files.length) setFiles(field, files);
  }
}

// Not every browser lets a script do this; then the file is chosen again.
export function setFiles(field, files) {
  try {
    const held = new DataTransfer();
    for (const file of files) held.items.add(file);
    field.files = held.files;
    return true;
  } catch (unable) {
    return false;
  }
}
