// The camera with the picture of before half seen through, so that the next one is taken from the same spot.
const form = document.querySelector("form.aim"), finder = form && form.querySelector(".finder");
const one = (part) => finder.querySelector(part);

// The picture of before of the chosen spot; none for a new spot, nor for another picture of before.
function ghost() {
  const spot = form.querySelector("[name=spot]:checked"), moment = form.querySelector("[name=moment]:checked");
  const source = spot && moment && moment.value !== "before" ? spot.dataset.ghost || "" : "";
  const image = one("img");
  if (source) image.src = source;
  image.hidden = !source;
  one("[data-strength]").hidden = !source;
}

function draw(picture, width, height) {
  const canvas = one("canvas");
  canvas.width = width;
  canvas.height = height;
  canvas.getContext("2d").drawImage(picture, 0, 0, width, height);
  canvas.hidden = false;
}

async function open() {
  const video = one("video");
  try {
    video.srcObject = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment", width: { ideal: 2560 } } });
  } catch (denied) {
    one("[data-said]").textContent = one("[data-said]").dataset.denied;
    return;
  }
  await video.play();
  one("canvas").hidden = true;
  one("[data-take]").hidden = false;
}

function take() {
  const video = one("video"), canvas = one("canvas");
  draw(video, video.videoWidth, video.videoHeight);
  canvas.toBlob((blob) => {
    const held = new DataTransfer();
    held.items.add(new File([blob], "picture.jpg", { type: "image/jpeg", lastModified: Date.now() }));
    form.elements.file.files = held.files;
    one("[data-said]").textContent = one("[data-said]").dataset.taken;
  }, "image/jpeg", 0.9);
}

// A chosen photo is shown under the ghost too, so that one sees whether it fits.
async function chosen() {
  const file = form.elements.file.files[0];
  if (!file) return;
  try {
    const picture = await createImageBitmap(file, { imageOrientation: "from-image" });
    draw(picture, picture.width, picture.height);
    picture.close();
  } catch (unreadable) {
    // the server says what is wrong with it
  }
}

if (form && "DataTransfer" in window && "createImageBitmap" in window) {
  finder.hidden = false;
  const camera = navigator.mediaDevices && navigator.mediaDevices.getUserMedia;
  one("[data-open]").hidden = !camera;
  one("[data-open]").addEventListener("click", open);
  one("[data-take]").addEventListener("click", take);
  one("#strength").addEventListener("input", (event) => finder.style.setProperty("--through", event.target.value / 100));
  form.addEventListener("change", (event) => (event.target === form.elements.file ? chosen() : ghost()));
  ghost();
}
