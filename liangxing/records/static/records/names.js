// Names are looked up while they are typed: by code, by name, by pinyin or its initials (ARIA 1.2, editable combobox
// with a list). A field without script stays what it is: a list to choose from, or a code to type.
(function () {
  if (!window.fetch || !Array.prototype.forEach) return;
  var words = (document.currentScript || {dataset: {}}).dataset;
  var SHORT = 12;  // choices that a plain list shows at a glance
  var WAIT_MS = 150;

  function make(tag, told) {
    var made = document.createElement(tag);
    Object.keys(told).forEach(function (key) { made.setAttribute(key, told[key]); });
    return made;
  }

  // A drop-down of many choices gets a field before it; the drop-down itself goes on holding what is sent.
  function fieldFor(select) {
    var input = make('input', {type: 'text', autocomplete: 'off', id: select.id});
    ['aria-describedby', 'aria-invalid', 'required'].forEach(function (key) {
      if (select.hasAttribute(key)) input.setAttribute(key, select.getAttribute(key));
    });
    select.removeAttribute('required');
    select.id += '_kept';
    input.value = select.value ? select.options[select.selectedIndex].text : '';
    select.parentNode.insertBefore(input, select);
    select.hidden = true;
    return input;
  }

  function enhance(field) {
    var select = field.tagName === 'SELECT' ? field : null;
    if (select && select.options.length <= SHORT) return;
    var input = select ? fieldFor(select) : field;
    var place = make('div', {'class': 'names'});
    input.parentNode.insertBefore(place, input);
    var list = make('ul', {role: 'listbox', id: input.id + '_list', 'aria-label': words.label || ''});
    var told = make('span', {'class': 'sr', role: 'status'});
    place.appendChild(input);
    place.appendChild(list);
    place.appendChild(told);
    list.hidden = true;
    ['role:combobox', 'aria-autocomplete:list', 'aria-expanded:false', 'aria-controls:' + list.id].forEach(function (pair) {
      input.setAttribute(pair.split(':')[0], pair.split(':')[1]);
    });
    var at = -1, timer = 0, asked = 0;

    function close() {
      list.hidden = true;
      at = -1;
      input.setAttribute('aria-expanded', 'false');
      input.removeAttribute('aria-activedescendant');
    }

    function choose(option) {
      if (select) select.value = option.dataset.value;
      input.value = select ? option.textContent : option.dataset.value;
      told.textContent = option.textContent;
      close();
      (select || input).dispatchEvent(new Event('change', {bubbles: true}));
    }

    function mark(next) {
      var options = list.children;
      if (!options.length) return;
      if (at >= 0) options[at].setAttribute('aria-selected', 'false');
      at = (next + options.length) % options.length;
      options[at].setAttribute('aria-selected', 'true');
      options[at].scrollIntoView({block: 'nearest'});
      input.setAttribute('aria-activedescendant', options[at].id);
    }

    function show(found) {
      list.textContent = '';
      found.forEach(function (one, n) {
        if (select && !select.querySelector('option[value="' + CSS.escape(one.value) + '"]')) return;
        var option = make('li', {role: 'option', id: list.id + '_' + n, 'aria-selected': 'false', 'data-value': one.value});
        option.textContent = one.label;
        list.appendChild(option);
      });
      at = -1;
      input.removeAttribute('aria-activedescendant');
      list.hidden = !list.children.length;
      input.setAttribute('aria-expanded', String(!list.hidden));
      told.textContent = list.children.length ? (words.found || '').replace('0', list.children.length) : words.none || '';
    }

    function look(all) {
      var mine = ++asked;
      fetch(field.dataset.names + '?q=' + encodeURIComponent(all ? '' : input.value), {credentials: 'same-origin'})
        .then(function (answer) { return answer.ok ? answer.json() : {found: []}; })
        .then(function (answer) { if (mine === asked && document.activeElement === input) show(answer.found); })
        .catch(close);  // without a network the code is typed
    }

    input.addEventListener('input', function () {
      if (select && !input.value) select.value = '';
      clearTimeout(timer);
      timer = setTimeout(look, WAIT_MS);
    });
    input.addEventListener('keydown', function (event) {
      if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
        event.preventDefault();
        if (list.hidden) look(!!(select && select.value)); else mark(event.key === 'ArrowDown' ? at + 1 : at < 0 ? -1 : at - 1);
      } else if (event.key === 'Enter' && !list.hidden && at >= 0) {
        event.preventDefault();
        choose(list.children[at]);
      } else if (event.key === 'Escape' && !list.hidden) {
        event.preventDefault();
        event.stopPropagation();  // the page's own Escape leaves the field: here it only closes the list
        close();
      }
    });
    list.addEventListener('mousedown', function (event) { event.preventDefault(); });  // the field keeps the focus
    list.addEventListener('click', function (event) {
      var option = event.target.closest('[role=option]');
      if (option) choose(option);
    });
    input.addEventListener('blur', function () {
      if (select && !list.hidden && list.children.length === 1 && input.value) choose(list.children[0]);
      close();
      // What is not in the list cannot be sent: the field shows again what is.
      if (select) input.value = select.value ? select.options[select.selectedIndex].text : '';
    });
  }

  function all() {
    Array.prototype.forEach.call(document.querySelectorAll('[data-names]:not([data-found])'), function (field) {
      field.setAttribute('data-found', '');
      enhance(field);
    });
  }
  all();
  if (window.MutationObserver) new MutationObserver(all).observe(document.body, {childList: true, subtree: true});
})();
