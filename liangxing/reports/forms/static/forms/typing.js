/* How many seconds a form took from the first key to the sending: one number for the form, nothing of who or what. */
(function () {
  "use strict";
  Array.prototype.forEach.call(document.querySelectorAll("form[data-typing]"), function (form) {
    var first = 0;
    form.addEventListener("input", function () { first = first || Date.now(); });
    form.addEventListener("submit", function () {
      if (first) form.elements.typing_s.value = String(Math.round((Date.now() - first) / 1000));
    });
  });
})();
