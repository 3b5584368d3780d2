'use strict';
(async () => {
  const by = id => document.getElementById(id);
  const fill = (text, ...values) => text.replace(/\{(\d)\}/g, (whole, n) => values[n] ?? whole);
  const make = (name, className, parent) => {
    const node = document.createElement(name);
    if (className) node.className = className;
    if (parent) parent.append(node);
    return node;
  };
  if (typeof DecompressionStream === 'undefined') {
    by('old').hidden = false;
    return;
  }

  // ---- what the page holds

  const inflate = async text => {
    const bytes = Uint8Array.from(atob(text), c => c.charCodeAt(0));
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
    return JSON.parse(await new Response(stream).text());
  };
  const packed = JSON.parse(by('pieces').textContent);
  const opened = new Map();
  const piece = async n => {
    if (!opened.has(n)) opened.set(n, inflate(packed[n]));
    return opened.get(n);
  };
  const data = await inflate(by('outline').textContent);
  const say = data.texts;
  for (const walk of data.walks) {
    let first = 0;
    for (const section of walk.sections) {
      section.first = first;
      first += section.steps;
    }
    walk.size = first;
  }

  // ---- where one is

  let walk = 0;
  let index = 0;
  let beat = data.beats.length ? 0 : -1;
  let away = false;
  let drawn = 0;
  const told = data.beats.map(() => ({ state: 'open', attempts: [] }));

  const sectionOf = (w, i) => {
    const all = data.walks[w].sections;
    let n = all.length - 1;
    while (all[n].first > i) n--;
    return n;
  };

  /** The number of the step at a place, of the last one inside it, or -1. */
  const find = async (w, place) => {
    const parts = place.split('/');
    const named = parts.slice(0, 2).join('/');
    const name = data.walks[w].names[named] ?? named;
    const n = data.walks[w].sections.findIndex(section => section.place === name);
    if (n < 0) return -1;
    const section = data.walks[w].sections[n];
    const steps = await piece(data.walks[w].pieces[n]);
    for (let wanted = [name, ...parts.slice(2)]; wanted.length; wanted = wanted.slice(0, -1)) {
      const start = wanted.join('/');
      for (let i = steps.length - 1; i >= 0; i--) {
        if (steps[i].p === start || steps[i].p.startsWith(start + '/')) return section.first + i;
      }
    }
    return section.first + section.steps - 1;
  };

  const isOpen = () => beat >= 0 && !!data.beats[beat].ask && told[beat].state !== 'done';

  /** What is different because something is covered, or nothing. */
  const cover = async () => {
    if (beat < 0 || data.beats[beat].walk !== walk) return null;
    const of = data.beats[beat];
    const n = !of.ask || told[beat].state !== 'done' ? of.before : of.after;
    return n < 0 ? null : piece(n);
  };

  // ---- the stage

  let staged = null;

  const build = (w, n) => {
    const stage = by('stage');
    stage.replaceChildren();
    const tables = [];
    for (const item of data.walks[w].sections[n].items) {
      if (typeof item === 'string') {
        make('span', 'sign', stage).textContent = item;
        continue;
      }
      const [id, role] = item;
      const matrix = data.walks[w].matrices[id];
      const figure = make('figure', matrix.columns > 8 ? 'wide' : '', stage);
      const caption = make('figcaption', '', figure);
      const table = make('table', '', figure);
      caption.innerHTML = matrix.tex + ' ';
      make('small', '', caption).textContent = matrix.caption;
      table.setAttribute('aria-label', matrix.name + ', ' + matrix.caption);
      const body = make('tbody', '', table);
      const cells = [];
      for (let r = 0; r < matrix.rows; r++) {
        const row = make('tr', '', body);
        for (let c = 0; c < matrix.columns; c++) {
          const cell = make('td', '', row);
          make('span', '', cell);
          if (role === 'result') {
            cell.addEventListener('click', async () => {
              const found = await find(w, `${data.walks[w].sections[n].place}/${r + 1},${c + 1}`);
              if (found >= 0) go(found);
            });
          }
          cells.push(cell);
        }
      }
      tables.push({ id, role, matrix, cells, figure });
    }
    staged = { w, n, tables };
  };

  const asks = (section, r, c) => {
    if (!isOpen() || data.beats[beat].walk !== walk) return false;
    const asked = data.beats[beat].ask.asked;
    return !!asked && asked.place === section.place && asked.cells.includes(`${r},${c}`);
  };

  const paint = (section, step, covered) => {
    const whole = step.p.split('/').length === 2;
    staged.tables.forEach(({ id, role, matrix, cells, figure }, k) => {
      const mark = /^(?:([rc])(\d+))?(?:a(\d+),(\d+))?$/.exec(step.m[k]) ?? [];
      const hidden = new Set(covered?.cells[id] ?? []);
      cells.forEach((cell, at) => {
        const r = Math.floor(at / matrix.columns);
        const c = at % matrix.columns;
        const classes = [];
        let text = matrix.cells[at];
        let state = '';
        if (role === 'result') {
          const number = section.turned ? c * matrix.rows + r : r * matrix.columns + c;
          const current = number === step.n;
          if (current && !whole) text = step.t;
          const unseen = current && !whole ? text === '□' : hidden.has(at);
          if (number > step.n) classes.push('ahead');
          else if (unseen) classes.push('covered');
          if (whole || current) classes.push('result');
          if (current && !whole) classes.push('made');
          if (number > step.n) {
            text = '·';
            state = say.ahead;
          } else if (unseen) {
            text = '□';
            state = say.covered;
          }
          if (asks(section, r, c)) {
            classes.push('covered', 'asked');
            text = '?';
            state = say.asked;
          }
        } else {
          if (hidden.has(at)) {
            classes.push('covered');
            text = '□';
            state = say.covered;
          }
          const lit = mark[1] && (mark[1] === 'r' ? r : c) === +mark[2];
          const active = mark[3] !== undefined && +mark[3] === r && +mark[4] === c;
          if (lit || active) classes.push(role);
          if (active) classes.push('active');
        }
        cell.className = classes.join(' ');
        cell.firstChild.textContent = text;
        const spoken = fill(say.cell, matrix.name, r + 1, c + 1, state || text);
        cell.setAttribute(
          'aria-label',
          classes.includes('made')
            ? fill(say.cell_made, spoken)
            : classes.includes('active')
              ? fill(say.cell_active, spoken)
              : classes.includes('left') || classes.includes('right')
                ? fill(say.cell_line, spoken)
                : spoken);
        if (classes.includes('active') || classes.includes('made')) {
          const left = cell.offsetLeft;
          if (left < figure.scrollLeft || left + cell.offsetWidth > figure.scrollLeft + figure.clientWidth) {
            figure.scrollLeft = left - figure.clientWidth / 2;
          }
        }
      });
    });
  };

  // ---- code

  const languages = Object.keys(data.walks[0].code);
  for (const language of languages) make('option', '', by('language')).textContent = language;

  const list = (n, covered) => {
    const lines = (covered ?? data.walks[walk]).code[by('language').value];
    by('listing').replaceChildren();
    for (const [text, makes] of lines) {
      const line = make('span', makes.includes(n) ? 'now' : '', by('listing'));
      line.textContent = text || ' ';
      if (makes.includes(n)) line.setAttribute('aria-current', 'step');
    }
  };

  // ---- showing a step

  const draw = async () => {
    const mine = ++drawn;
    const n = sectionOf(walk, index);
    const section = data.walks[walk].sections[n];
    const steps = await piece(data.walks[walk].pieces[n]);
    const covered = await cover();
    if (mine !== drawn) return;
    const plain = steps[index - section.first];
    const step = { ...plain, ...(covered?.steps[index] ?? {}) };
    if (!staged || staged.w !== walk || staged.n !== n) build(walk, n);
    paint(section, step, covered);
    by('where').innerHTML = step.w;
    by('question').innerHTML = step.q;
    by('why').innerHTML = step.y;
    by('live').textContent = step.v;
    by('running').textContent = step.t;
    by('formula').replaceChildren();
    for (const [lead, formula, tail] of step.f) {
      const line = make('p', '', by('formula'));
      line.innerHTML =
        (lead && `<small>${lead}</small>`) + formula + (tail && `<small>${tail}</small>`);
    }
    list(n, covered);
    by('slider').max = data.walks[walk].size - 1;
    by('slider').value = index;
    by('slider').setAttribute('aria-valuetext', step.p);
    by('count').textContent = fill(say.step, index + 1, data.walks[walk].size);
    by('first').disabled = by('back').disabled = index === 0;
    by('last').disabled = by('next').disabled = index === data.walks[walk].size - 1;
    document.body.dataset.place = step.p;
    try {
      history.replaceState(null, '', '#' + step.p);
    } catch (e) {
      // A browser that keeps no address of a file shows the step all the same.
    }
    card();
  };

  const go = i => {
    const next = Math.max(0, Math.min(data.walks[walk].size - 1, i));
    if (next !== index) away = beat >= 0;
    index = next;
    return draw();
  };

  const jump = by => {
    const n = sectionOf(walk, index) + by;
    const all = data.walks[walk].sections;
    return go(n < 0 ? 0 : n >= all.length ? data.walks[walk].size - 1 : all[n].first);
  };

  // ---- a lesson's beats

  const toBeat = async n => {
    beat = n;
    away = false;
    const of = data.beats[n];
    if (walk !== of.walk) {
      walk = of.walk;
      index = 0;
    }
    if (of.at) index = Math.max(0, await find(walk, of.at));
    ask();
    await draw();
  };

  const card = () => {
    by('beat').hidden = beat < 0;
    if (beat < 0) return;
    const of = data.beats[beat];
    by('beat').classList.toggle('away', away);
    by('beatCount').textContent = fill(say.beat_count, beat + 1, data.beats.length);
    by('beatTitle').innerHTML = of.title;
    by('beatSay').innerHTML = of.say;
    by('beatBack').disabled = beat === 0;
    by('beatNext').disabled = beat === data.beats.length - 1;
    by('beatNext').classList.toggle('primary', !isOpen());
    by('beatReturn').hidden = !away;
    by('ask').hidden = !of.ask || told[beat].state === 'done';
    const tried = told[beat].attempts.length > 0;
    by('askHint').hidden = !tried || !of.ask?.hints.length;
    by('askShow').hidden = !tried;
    by('replies').replaceChildren(...told[beat].attempts.map(reply));
  };

  const reply = ({ kind, head, text }) => {
    const node = make('div', 'reply ' + kind);
    if (head) make('p', '', node).textContent = head;
    make('p', '', node).innerHTML = text;
    return node;
  };

  // ---- answers

  const number = typed => {
    const text = typed.trim().replace(/\u2212/g, '-');
    if (!text) throw say.empty;
    const found = /^([+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)(?:\s*\/\s*([+-]?(?:\d+\.?\d*|\.\d+)))?$/.exec(text);
    if (!found || (found[2] !== undefined && +found[2] === 0)) throw fill(say.number, typed.trim());
    return found[2] === undefined ? +found[1] : +found[1] / +found[2];
  };

  const accepts = (given, right) => {
    const lost = 1e-9 * Math.max(1, Math.abs(right));
    const whole = Math.abs(right - Math.round(right)) <= lost;
    return Math.abs(given - right) <= (whole ? lost : 0.005 * Math.abs(right));
  };

  const plain = html => {
    const node = make('p');
    node.textContent = html;
    return node.innerHTML;
  };

  const field = (parent, label, className) => {
    const input = make('input', className, parent);
    input.type = 'text';
    input.autocomplete = 'off';
    input.spellcheck = false;
    input.setAttribute('aria-label', label);
    return input;
  };

  /** What reads the field: the answer's name or numbers, and how it is shown. */
  let read = () => ({});

  const pair = (box, first, second) => {
    const one = field(box, first, '');
    make('span', '', box).textContent = first === say.field_row && second === say.field_column ? ', ' : ' × ';
    const other = field(box, second, '');
    one.placeholder = first;
    other.placeholder = second;
    return () => {
      const name = [number(one.value), number(other.value)].join(',');
      return { name, shown: name.replace(',', ', ') };
    };
  };

  /** A table of fields that shares the width of a phone, and scrolls where that is too little. */
  const grid = (box, of) => {
    const figure = make('figure', '', box);
    figure.style.setProperty('--columns', of.columns);
    return make('table', '', figure);
  };

  const fields = {
    numbers(box, of) {
      const all = [];
      const table = grid(box, of);
      for (let r = 0; r < of.rows; r++) {
        const row = make('tr', '', table);
        for (let c = 0; c < of.columns; c++) {
          all.push(field(
            make('td', '', row),
            of.rows * of.columns === 1 ? say.field : fill(say.field_at, r + 1, c + 1),
            ''));
        }
      }
      return () => ({ numbers: all.map(input => number(input.value)), shown: all.map(input => input.value.trim()).join(', ') });
    },
    SHAPE: box => pair(box, say.field_row, say.field_column),
    LINES: box => pair(box, say.field_row, say.field_column),
    CHOICE: (box, of) => options(box, of, 'radio'),
    CHOICES: (box, of) => options(box, of, 'checkbox'),
    ORDER(box, of) {
      const list = make('ol', '', box);
      const order = of.options.map((_, i) => i);
      const show = () => {
        list.replaceChildren();
        order.forEach((option, at) => {
          const item = make('li', '', list);
          const text = make('span', '', item);
          text.innerHTML = of.options[option] + ' ';
          for (const [label, sign, to] of [[say.field_up, '↑', at - 1], [say.field_down, '↓', at + 1]]) {
            const button = make('button', '', item);
            button.type = 'button';
            button.textContent = sign;
            button.setAttribute('aria-label', label + ': ' + text.textContent);
            button.disabled = to < 0 || to >= order.length;
            button.addEventListener('click', () => {
              [order[at], order[to]] = [order[to], order[at]];
              show();
            });
          }
        });
      };
      show();
      return () => ({ name: order.join(','), shown: '' });
    },
    CELLS(box, of) {
      const table = grid(box, of);
      make('caption', '', table).textContent = of.name;
      const chosen = new Set();
      for (let r = 1; r <= of.rows; r++) {
        const row = make('tr', '', table);
        for (let c = 1; c <= of.columns; c++) {
          const button = make('button', '', make('td', '', row));
          button.type = 'button';
          button.textContent = `${r},${c}`;
          button.setAttribute('aria-pressed', 'false');
          button.addEventListener('click', () => {
            const name = `${r},${c}`;
            if (!chosen.delete(name)) chosen.add(name);
            button.setAttribute('aria-pressed', chosen.has(name));
          });
        }
      }
      return () => ({ name: [...chosen].sort().join(' '), cells: chosen, shown: [...chosen].sort().join('; ') });
    },
    EXPRESSION(box) {
      const input = field(box, say.field, 'long');
      return () => {
        if (!input.value.trim()) throw say.empty;
        return { name: input.value.replace(/\s+/g, ''), shown: input.value.trim() };
      };
    },
    GUESS(box) {
      const input = field(box, say.field, 'long');
      return () => {
        if (!input.value.trim()) throw say.empty;
        return { guess: true, shown: input.value.trim() };
      };
    },
  };

  const options = (box, of, type) => {
    const inputs = of.options.map((html, i) => {
      const label = make('label', 'option', box);
      const input = make('input', '', label);
      input.type = type;
      input.name = 'option';
      input.value = i;
      make('span', '', label).innerHTML = html;
      return input;
    });
    return () => {
      const chosen = inputs.filter(input => input.checked);
      if (!chosen.length && type === 'radio') throw say.choose;
      return {
        name: chosen.map(input => input.value).join(','),
        shown: chosen.map(input => input.nextSibling.textContent).join('; '),
      };
    };
  };

  const ask = () => {
    const of = beat < 0 ? null : data.beats[beat].ask;
    by('askField').replaceChildren();
    if (!of) return;
    by('askQuestion').innerHTML = of.question;
    read = (fields[of.kind] ?? fields.numbers)(by('askField'), of);
  };

  /** What is said of an answer: true where it is right. */
  const mark = (of, given) => {
    if (given.numbers) {
      const right = given.numbers.filter((value, i) => accepts(value, of.numbers[i])).length;
      if (right === of.numbers.length) return true;
      const known = of.wrong.find(([numbers]) => given.numbers.every((value, i) => accepts(value, numbers[i])));
      return known ? known[1] : fill(of.unknown[right], plain(given.shown));
    }
    const known = of.replies[given.name];
    if (known !== undefined) return known;
    if (given.cells) {
      return of.wanted.every(cell => given.cells.has(cell)) ? of.tooMany : of.other;
    }
    return of.other ?? of.question;
  };

  by('ask').addEventListener('submit', event => {
    event.preventDefault();
    const of = data.beats[beat].ask;
    const now = told[beat];
    let given;
    try {
      given = read();
    } catch (problem) {
      if (typeof problem !== 'string') throw problem;
      now.attempts = now.attempts.filter(one => !one.untried);
      now.attempts.push({ kind: 'plain', head: '', text: plain(problem), untried: true });
      card();
      return;
    }
    now.attempts = now.attempts.filter(one => !one.untried);
    if (given.guess) {
      now.state = 'done';
      now.attempts.push({ kind: 'plain', head: fill(say.guess, given.shown), text: of.answer });
      draw();
      return;
    }
    const said = mark(of, given);
    const head = given.shown ? fill(say.attempt, given.shown) : '';
    if (said === true) {
      now.state = 'done';
      now.attempts.unshift({ kind: 'good', head, text: of.right });
      draw().then(() => by('beatNext').focus());
    } else {
      now.attempts.push({ kind: 'bad', head, text: said });
      card();
      const again = by('askField').querySelector('input');
      if (again) {
        again.focus();
        again.select?.();
      }
    }
  });

  by('askHint').addEventListener('click', () => {
    const of = data.beats[beat].ask;
    const given = told[beat].attempts.filter(one => one.hint).length;
    if (given < of.hints.length) {
      told[beat].attempts.push({ kind: 'plain', head: '', text: of.hints[given], hint: true });
    }
    card();
  });

  by('askShow').addEventListener('click', () => {
    told[beat].state = 'done';
    told[beat].attempts.unshift({ kind: 'plain', head: say.uncovered, text: data.beats[beat].ask.answer });
    draw();
  });

  // ---- ways to move

  by('first').addEventListener('click', () => go(0));
  by('back').addEventListener('click', () => go(index - 1));
  by('next').addEventListener('click', () => go(index + 1));
  by('last').addEventListener('click', () => go(data.walks[walk].size - 1));
  by('slider').addEventListener('input', event => go(+event.target.value));
  by('language').addEventListener('change', () => draw());
  by('beatBack').addEventListener('click', () => toBeat(beat - 1));
  by('beatNext').addEventListener('click', () => toBeat(beat + 1));
  by('beatReturn').addEventListener('click', () => toBeat(beat));

  document.addEventListener('keydown', event => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const target = event.target;
    if (target.matches('select, input:not([type=range])')) return;
    const move = {
      ArrowLeft: () => go(index - 1),
      ArrowRight: () => go(index + 1),
      Home: () => go(0),
      End: () => go(data.walks[walk].size - 1),
      PageUp: () => jump(-1),
      PageDown: () => jump(1),
    }[event.key];
    if (move) {
      event.preventDefault();
      move();
    }
  });

  let touched = null;
  by('place').addEventListener('touchstart', event => {
    touched = event.touches.length === 1 ? event.touches[0] : null;
  }, { passive: true });
  by('place').addEventListener('touchend', event => {
    if (!touched) return;
    const x = event.changedTouches[0].clientX - touched.clientX;
    const y = event.changedTouches[0].clientY - touched.clientY;
    const inside = touched.target.closest('figure, #formula p');
    touched = null;
    if (inside && inside.scrollWidth > inside.clientWidth) return;
    if (Math.abs(x) > 45 && Math.abs(x) > 2 * Math.abs(y)) go(index + (x < 0 ? 1 : -1));
  }, { passive: true });

  const linked = async () => {
    const place = decodeURIComponent(location.hash.slice(1));
    if (!place || place === document.body.dataset.place) return false;
    const found = await find(0, place);
    if (found < 0) return false;
    walk = 0;
    index = found;
    away = beat >= 0;
    ask();
    await draw();
    return true;
  };
  addEventListener('hashchange', linked);

  document.documentElement.classList.add('live');
  by('walk').hidden = false;
  if (!(await linked())) {
    if (data.at) {
      index = Math.max(0, await find(0, data.at));
      away = beat >= 0;
      ask();
      await draw();
    } else if (beat >= 0) {
      await toBeat(0);
    } else {
      await draw();
    }
  }
})();
