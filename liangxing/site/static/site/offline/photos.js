// Photos are made smaller before they are sent, and what is too large is said before it is sent.
import { words, say } from "./words.js";
import { setFiles } from "./fill.js";
import { withExif } from "./exif.js";

const EDGE_PX = 2560, LARGE = 2 << 20;  // a photo below two megabytes is sent as it is
const working = new WeakMap();  // file field -> the promise that its photos are ready

async function draw(file) {
  const picture = await createImageBitmap(file, { imageOrientation: "from-image" });
  const scale = Math.min(1, EDGE_PX / Math.max(picture.width, picture.height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(picture.width * scale);
  canvas.height = Math.round(picture.height * scale);
  canvas.getContext("2d").drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  return new Promise((done) => canvas.toBlob(done, "image/jpeg", 0.85));
}

// When and where it was taken is part of what a photo proves: it goes with the smaller copy.
async function smaller(file) {
  if (!/^image\/(jpeg|webp)$/.test(file.type) || file.size < LARGE) return file;
  try {
    const made = await withExif(file, await draw(file));
    return made.size < file.size ? new File([made], file.name.replace(/\.\w+$/, "") + ".jpg", { type: "image/jpeg", lastModified: file.lastModified }) : file;
  } catch (unreadable) {
    return file;  // the server says what is wrong with it
  }
}

async function prepare(field) {
  const files = await Promise.all([...field.files].map(smaller));
  const most = Number(words.mostMb), large = files.find((file) => file.size > most * 1048576);
  if (files.some((file, at) => file !== field.files[at])) setFiles(field, files);
  if (!large) return;
  field.value = "";
  say(words.large.replace("#", large.name), true);
}

// Resolves when every photo of *form* is ready to be sent.
export const ready = (form) => Promise.all([...form.querySelectorAll("input[type=file]")].map((field) => working.get(field)));

export function watch() {
  if (!("createImageBitmap" in window) || !("DataTransfer" in window)) return;
  document.addEventListener("change", (event) => {
    const field = event.target;
    if (field.type === "file" && !field.hasAttribute("data-plain")) working.set(field, prepare(field));
  });
}
