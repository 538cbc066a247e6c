"use strict";
(() => {
  const reports = JSON.parse(document.getElementById("data").textContent).reports;
  const $ = (id) => document.getElementById(id);
  const reader = $("reader"), readerText = $("reader-text"), furniture = $("reader-furniture");
  const LONGEST = 440;

  // Offsets count code points, strings here count UTF-16 units: the two part after every astral character.
  function unitsOf(report) {
    if (!report.astral) {
      report.astral = [];
      let points = 0;
      for (const character of report.text) {
        if (character.length === 2) report.astral.push(points);
        points += 1;
      }
    }
    const astral = report.astral;
    return (offset) => {
      let low = 0, high = astral.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if (astral[middle] < offset) low = middle + 1; else high = middle;
      }
      return offset + low;
    };
  }

  function parse(hash) {
    const match = /^#p=([^:]+):([0-9+-]*)(?:~(\d+)-(\d+))?$/.exec(hash);
    const report = match && Object.hasOwn(reports, match[1]) ? reports[match[1]] : null;
    if (!report) return null;
    const unit = unitsOf(report);
    const spans = match[2].split("+").filter(Boolean).map((part) => part.split("-").map((n) => unit(+n)));
    const around = match[3] === undefined ? null : [unit(+match[3]), unit(+match[4])];
    return { id: match[1], report, spans, around };
  }

  // What a link to a passage shows: the marked wording in bold, with what stands around it on the same line.
  function fill(link) {
    if (link.firstChild) return;
    const at = parse(link.getAttribute("href"));
    if (!at || !at.spans.length) return;
    const text = at.report.text, parts = [];
    const first = at.spans[0][0], last = at.spans[at.spans.length - 1][1];
    link.lang = at.report.language;
    link.dir = "auto";
    if (link.dataset.show === "main") {
      link.append(clip(at.spans.map(([start, end]) => text.slice(start, end)).join(" … ")));
      return;
    }
    const [start, end] = surroundings(text, at.around, first, last);
    if (start > 0 && !/[\n.!?”"’']\s*$/.test(text.slice(Math.max(0, start - 3), start))) parts.push("… ");
    let done = start;
    for (const [from, to] of at.spans) {
      parts.push(text.slice(done, from));
      const bold = document.createElement("b");
      bold.textContent = text.slice(from, to);
      bold.className = to - from > 60 ? "long" : "";
      parts.push(bold);
      done = to;
    }
    parts.push(text.slice(done, end));
    if (end < text.length && !/[.!?"”’\n]/.test(text[end - 1]) && text[end] !== "\n") parts.push(" …");
    link.append(...parts);
  }

  // The sentence that the passage stands in, or as much of it as is short enough to read at a glance.
  const STOP = /[\p{Ll}\d)%”"’][.!?]["”’)]*\s+/gu;

  function surroundings(text, around, first, last) {
    const low = Math.max(0, first - LONGEST, text.lastIndexOf("\n", first - 1) + 1);
    const line = text.indexOf("\n", last);
    const high = Math.min(last + LONGEST, line < 0 ? text.length : line);
    const before = [...text.slice(low, first).matchAll(STOP)].pop();
    const after = /[\p{Ll}\d)%”"’][.!?]["”’)]*(?=\s|$)/u.exec(text.slice(last - 1, high));
    let start = Math.min(before ? low + before.index + before[0].length : low, around ? Math.max(low, around[0]) : first);
    let end = after ? last - 1 + after.index + after[0].length : high;
    if (around) end = Math.max(end, Math.min(high, around[1]));
    if (first - start > LONGEST / 2) start = wordAfter(text, first - LONGEST / 2, first);
    if (end - last > LONGEST / 2) end = Math.max(last, text.lastIndexOf(" ", last + LONGEST / 2));
    return [start, end];
  }

  function wordAfter(text, from, limit) {
    const space = text.indexOf(" ", from);
    return space < 0 || space >= limit ? limit : space + 1;
  }

  function clip(text) {
    const line = text.replace(/\s+/g, " ").trim();
    return line.length <= LONGEST ? line : line.slice(0, line.lastIndexOf(" ", LONGEST)) + " …";
  }

  // The whole text as runs: furniture or body, inside or outside the marked passages.
  function write(at) {
    const text = at.report.text, unit = unitsOf(at.report);
    const layers = [
      ...["head", "body", "found"].map((name) => [name, at.report[name].map((span) => span.map(unit))]),
      ["around", at.around ? [at.around] : []],
      ["marked", at.spans],
    ];
    const changes = new Map([[0, []], [text.length, []]]);
    for (const [name, spans] of layers) {
      for (const [start, end] of spans) {
        if (end <= start) continue;
        for (const [where, what] of [[start, 1], [end, -1]]) {
          if (!changes.has(where)) changes.set(where, []);
          changes.get(where).push([name, what]);
        }
      }
    }
    const cuts = [...changes.keys()].sort((a, b) => a - b), depth = { head: 0, body: 0, found: 0, around: 0, marked: 0 };
    const runs = document.createDocumentFragment();
    cuts.forEach((cut, i) => {
      for (const [name, what] of changes.get(cut)) depth[name] += what;
      if (i + 1 === cuts.length) return;
      const run = document.createElement(depth.marked ? "mark" : "span");
      if (depth.head) run.classList.add("headline");
      else if (!depth.body) run.classList.add("furniture");
      if (depth.found && !depth.marked) run.classList.add("found");
      if (depth.around && !depth.marked) run.classList.add("around");
      run.textContent = text.slice(cut, cuts[i + 1]);
      runs.append(run);
    });
    readerText.replaceChildren(runs);
    readerText.lang = at.report.language;
    readerText.dir = "auto";
  }

  let opener = null, place = "", current = null;

  function open(at) {
    const opening = reader.hidden;
    if (!reader.contains(document.activeElement)) opener = document.activeElement;
    write(at);
    $("reader-title").textContent = at.report.title;
    $("reader-meta").textContent = `${at.report.name} · ${at.report.date}`;
    reader.hidden = false;
    document.body.classList.add("reading");
    if (opening && opener !== document.body) opener.scrollIntoView({ block: "nearest" });
    const mark = readerText.querySelector("mark") || readerText.querySelector("span:not(.furniture)");
    readerText.scrollTop = 0;
    if (mark) readerText.scrollTop = mark.getBoundingClientRect().top - readerText.getBoundingClientRect().top - readerText.clientHeight / 3;
    $("reader-title").focus({ preventScroll: true });
  }

  function close() {
    if (reader.hidden) return;
    reader.hidden = true;
    document.body.classList.remove("reading");
    if (opener && opener.isConnected) {
      opener.focus({ preventScroll: true });
      opener.scrollIntoView({ block: "nearest" });
    }
  }

  function show(story) {
    if (!document.body.classList.contains("many")) return;
    current = story;
    for (const one of document.querySelectorAll(".story")) one.hidden = one !== story;
    for (const one of document.querySelectorAll(".sheet")) one.hidden = story !== null;
  }

  function follow() {
    const at = parse(location.hash);
    if (at) {
      if (current === null) {
        show([...document.querySelectorAll(".story")].find((one) => one.dataset.docs.split(" ").includes(at.id)) || null);
      }
      open(at);
      return;
    }
    close();
    place = location.hash;
    const target = place.length > 1 ? $(place.slice(1)) || $(decoded(place.slice(1))) : null;
    const story = target ? target.closest(".story") : null;
    show(story);
    for (let node = target; node; node = node.parentElement) if (node.tagName === "DETAILS") node.open = true;
    if (target) unfold(target);
    if (target) target.scrollIntoView();
  }

  function decoded(text) {
    try { return decodeURIComponent(text); } catch { return text; }
  }

  function leave() {
    if (reader.hidden) return;
    history.pushState(null, "", place || location.pathname + location.search);
    close();
  }

  // Long lists start short.
  function fold(list) {
    const limit = +list.dataset.fold, items = [...list.children];
    if (items.length <= limit + 2) return;
    items.slice(limit).forEach((item) => { item.hidden = true; });
    const button = document.createElement("button");
    button.type = "button";
    button.className = "fold-more";
    button.textContent = `Show all ${items.length.toLocaleString("en")}`;
    button.onclick = () => { items.forEach((item) => { item.hidden = false; }); button.remove(); };
    list.foldButton = button;
    (list.tagName === "TBODY" ? list.closest("table").parentElement : list).after(button);
  }

  function unfold(node) {
    for (let one = node; one; one = one.parentElement) if (one.hidden && one.parentElement?.foldButton) one.parentElement.foldButton.click();
  }

  // What a closed speaker holds is built when it is first opened: most never are.
  function unpack(speaker) {
    const packed = speaker.querySelector(":scope > template");
    if (!packed) return;
    packed.replaceWith(packed.content);
    speaker.querySelectorAll("[data-fold]").forEach(fold);
    speaker.querySelectorAll("a.q").forEach(fill);
  }

  function filter(section) {
    const form = section.querySelector("form");
    if (!form) return;
    const apply = () => {
      const wanted = form.querySelector("[type=search]").value.trim().toLowerCase();
      const kinds = new Set([...form.querySelectorAll(":checked")].map((box) => box.value));
      section.querySelectorAll(".voice-of").forEach(unpack);
      section.querySelectorAll(".fold-more").forEach((button) => button.click());
      let shown = 0;
      for (const speaker of section.querySelectorAll(".voice-of")) {
        const named = wanted && speaker.querySelector("summary").textContent.toLowerCase().includes(wanted)
          || wanted && [...speaker.querySelectorAll(".spelling")].some((name) => name.textContent.toLowerCase().includes(wanted));
        let here = 0;
        for (const group of speaker.querySelectorAll(".group")) {
          let inGroup = 0;
          for (const saying of group.querySelectorAll(".sayings > li")) {
            saying.querySelectorAll(".q").forEach(fill);
            const speaks = !wanted || named || saying.textContent.toLowerCase().includes(wanted);
            saying.hidden = !(kinds.has(saying.dataset.kind) && speaks);
            if (!saying.hidden) inGroup += 1;
          }
          group.hidden = !inGroup;
          here += inGroup;
        }
        speaker.hidden = !here;
        if (here && wanted) speaker.open = true;
        shown += here;
      }
      form.querySelector("output").textContent = `${shown.toLocaleString("en")} shown`;
    };
    form.addEventListener("input", apply);
    form.addEventListener("submit", (event) => event.preventDefault());
  }

  function watchSections() {
    const links = new Map([...document.querySelectorAll(".sections a")].map((link) => [link.hash.slice(1), link]));
    const seen = new IntersectionObserver((entries) => {
      for (const { target, isIntersecting } of entries) {
        const link = links.get(target.id);
        if (!link || !isIntersecting) continue;
        link.parentElement.querySelectorAll("[aria-current]").forEach((one) => one.removeAttribute("aria-current"));
        link.setAttribute("aria-current", "true");
      }
    }, { rootMargin: "-10% 0px -80% 0px" });
    document.querySelectorAll(".content > section[id]").forEach((section) => seen.observe(section));
  }

  // Passages are filled before they come into view, the rest when there is time, so that the page opens at once.
  function fillAll() {
    const waiting = [...document.querySelectorAll("a.q")];
    const near = new IntersectionObserver((entries) => {
      for (const entry of entries) if (entry.isIntersecting) { fill(entry.target); near.unobserve(entry.target); }
    }, { rootMargin: "600px" });
    waiting.slice(0, 200).forEach(fill);
    waiting.slice(200).forEach((link) => near.observe(link));
    const idle = window.requestIdleCallback || ((work) => setTimeout(() => work({ timeRemaining: () => 8 }), 30));
    let next = 200;
    const work = (deadline) => {
      while (next < waiting.length && deadline.timeRemaining() > 2) fill(waiting[next++]);
      if (next < waiting.length) idle(work);
    };
    idle(work);
    window.addEventListener("beforeprint", () => waiting.forEach(fill));
  }

  document.querySelectorAll("[data-fold]").forEach(fold);
  document.querySelectorAll(".speakers").forEach(filter);
  document.addEventListener("toggle", (event) => { if (event.target.open) unpack(event.target); }, true);
  $("reader-close").addEventListener("click", leave);
  furniture.addEventListener("change", () => readerText.classList.toggle("no-furniture", furniture.checked));
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") leave(); });
  window.addEventListener("hashchange", follow);
  window.addEventListener("popstate", follow);
  follow();
  fillAll();
  watchSections();
})();
