/* The outcome follows what is typed; without this script the button does the same. */
(function () {
  "use strict";
  var form = document.getElementById("whatif"), waiting, asked = 0;
  if (!form || !window.fetch || !window.URLSearchParams || !window.DOMParser) return;
  form.addEventListener("input", function () {
    clearTimeout(waiting);
    waiting = setTimeout(look, 350);
  });
  function look() {
    var mine = ++asked, told = new URLSearchParams();
    form.querySelectorAll("input[name]").forEach(function (one) { if (one.value) told.append(one.name, one.value); });
    var address = location.pathname + "?" + told;
    fetch(address, { credentials: "same-origin" }).then(function (answer) { return answer.text(); }).then(function (text) {
      if (mine !== asked) return;
      var found = new DOMParser().parseFromString(text, "text/html").getElementById("outcome");
      if (found) document.getElementById("outcome").innerHTML = found.innerHTML;
      history.replaceState(null, "", address);
    }).catch(function () { /* the button is still there */ });
  }
})();
