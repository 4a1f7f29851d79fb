import { expect, test } from "vitest"
import { readHtml } from "./article.js"

// Whole pages in the manner of different houses. The places and people are invented.

const paragraphsOf = (html: string) => {
  const { text, paragraphs } = readHtml(html)
  expect(paragraphs.map(({ start, end }) => text.slice(start, end)).join("\n\n")).toBe(text)
  return text.split("\n\n")
}

test("a news agency: one class for every paragraph, a dateline, the credits at the end", () => {
  const html = `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Oresund minister rules out early vote | Northwire</title>
<meta property="og:site_name" content="Northwire"><meta name="article:author" content="Lena Strand">
<script type="application/ld+json">{"@context":"http://schema.org","@type":"NewsArticle","headline":"Minister rules out early vote","datePublished":"2023-11-07T06:15:00Z","dateModified":"2023-11-07T09:40:00Z","author":[{"@type":"Person","name":"Lena Strand"},{"@type":"Person","name":"Piet Maas"}]}</script></head>
<body><div id="root"><div class="site-header__container"><nav aria-label="Main"><ul><li><a href="/world">World</a></li><li><a href="/business">Business</a></li></ul></nav></div>
<main id="main-content"><article class="article__main"><div class="article-header"><h1 data-testid="Heading">Minister rules out early vote</h1>
<div class="author-name">By <a href="/authors/lena" rel="author">Lena Strand</a> and <a href="/authors/piet" rel="author">Piet Maas</a></div><time datetime="2023-11-07T06:15:00Z">November 7, 2023 6:15 AM UTC</time></div>
<div class="article-body__content__17Yit"><div data-testid="paragraph-0" class="text__text paragraph-0">ORESUND, Nov 7 (Northwire) - Finance Minister Karl Brandt on Tuesday ruled out an early election, saying that his government had &quot;work to finish&quot;, and that nobody had asked him for one.</div>
<div data-testid="paragraph-1" class="text__text paragraph-1">&quot;I was asked once,&quot; he said.</div>
<div class="ad-slot__container"><div>Advertisement · Scroll to continue</div></div>
<div data-testid="paragraph-2" class="text__text paragraph-2">Brandt met his counterpart from <a href="/w">Vesteria</a>, Ilse Kern, in the capital on Monday. Kern&#x27;s office said they had discussed the strait, and nothing else.</div>
<h2>RATES</h2>
<div data-testid="paragraph-3" class="text__text paragraph-3">The central bank declined to comment.</div>
<p class="sign-off">Reporting by Lena Strand and Piet Maas; Editing by Ruth Bell</p>
<p class="trust-badge">Our Standards: <a href="/p">The Northwire Trust Principles.</a></p></div>
<div class="article-body__toolbar"><ul><li><a href="/t1">Suggested Topics:</a></li><li><a href="/t2">Central Banks</a></li></ul></div></article>
<section class="read-next"><h2>Read Next</h2><ul><li><a href="/x">"Not on my watch," says Kern</a><span>9:01 AM UTC</span></li></ul></section></main>
<footer><p>All quotes delayed a minimum of 15 minutes. © 2023 Northwire.</p></footer></div></body></html>`
  const paragraphs = paragraphsOf(html)
  expect(paragraphs.slice(0, 5)).toEqual([
    'ORESUND, Nov 7 (Northwire) - Finance Minister Karl Brandt on Tuesday ruled out an early election, saying that his government had "work to finish", and that nobody had asked him for one.',
    '"I was asked once," he said.',
    "Brandt met his counterpart from Vesteria, Ilse Kern, in the capital on Monday. Kern's office said they had discussed the strait, and nothing else.",
    "RATES",
    "The central bank declined to comment.",
  ])
  expect(paragraphs.join(" ")).not.toMatch(/Advertisement|Suggested|Not on my watch|delayed|World/)
  expect(readHtml(html)).toMatchObject({
    title: "Minister rules out early vote",
    byline: ["Lena Strand", "Piet Maas"],
    published: "2023-11-07T06:15:00Z",
    updated: "2023-11-07T09:40:00Z",
    publisher: "Northwire",
    language: "en",
  })
})

test("a broadsheet: a drop cap, British marks, a pull quote, a figure, a list, a newsletter in the middle", () => {
  const html = `<html lang="en-GB"><head><title>‘We were never asked’: the village that lost its bus – The Courier</title><meta property="og:title" content="‘We were never asked’: the village that lost its bus"></head>
<body class="has-page-skin"><header><a href="/">The Courier</a><button>Menu</button></header><main><article>
<div data-gu-name="headline"><h1>‘We were never asked’: the village that lost its bus</h1></div>
<div data-gu-name="standfirst"><p>Pell Marsh has one shop, one pub, and now no way to leave either. Its people blame the county.</p></div>
<div data-gu-name="media"><figure><picture><img src="x.jpg" alt="A bus stop"></picture><figcaption>The stop at Pell Marsh. Photograph: Owen Hart/The Courier</figcaption></figure></div>
<div data-gu-name="body"><div class="article-body-commercial-selector"><p><span class="dropcap">F</span>or forty years the number 9 came down Church Lane at ten past the hour, and for forty years Doris Pell got on it.</p>
<p>‘We were never asked,’ she says. ‘They put a notice up. That was that.’</p>
<aside class="element-pullquote"><blockquote>They put a notice up. That was that</blockquote></aside>
<figure class="element-newsletter"><a href="#skip">skip past newsletter promotion</a><p>Sign up to <span>First Thing</span></p><p>Our morning email breaks down the key stories of the day.</p></figure>
<p>The county’s transport lead, Cllr Simon Ash, disagrees. He told the Courier:</p>
<blockquote class="quoted"><p>“We held three meetings. Nobody came.”</p></blockquote>
<p>Three things are known:</p><ul><li>The number 9 carried 31 people a day.</li><li>It cost £4.10 for each of them.</li><li>Nobody has said who decides next.</li></ul>
<h2><strong>‘A lifeline’</strong></h2><p>The shop’s owner, Anil Rao, called the bus “a lifeline&nbsp;– and not only for the old”.</p></div></div>
<div id="submeta"><ul><li><a href="/buses">Buses</a></li><li><a href="/rural">Rural affairs</a></li></ul><button>Reuse this content</button></div></article>
<aside><h2>Most viewed</h2><ol><li><a href="/m">‘I wept’: the day the ferry stopped</a></li></ol></aside></main></body></html>`
  expect(paragraphsOf(html)).toEqual([
    "Pell Marsh has one shop, one pub, and now no way to leave either. Its people blame the county.",
    "For forty years the number 9 came down Church Lane at ten past the hour, and for forty years Doris Pell got on it.",
    "‘We were never asked,’ she says. ‘They put a notice up. That was that.’",
    "The county’s transport lead, Cllr Simon Ash, disagrees. He told the Courier:",
    "“We held three meetings. Nobody came.”",
    "Three things are known:",
    "The number 9 carried 31 people a day.",
    "It cost £4.10 for each of them.",
    "Nobody has said who decides next.",
    "‘A lifeline’",
    "The shop’s owner, Anil Rao, called the bus “a lifeline\u00a0– and not only for the old”.",
  ])
})

test("a broadcaster: a <div> for each block, captions, a list of links in the text, one sentence to a paragraph", () => {
  const block = (inner: string) =>
    `<div data-component="text-block" class="ssrcss-11r1m41-RichTextComponentWrapper"><div class="ssrcss-7uxr49-RichTextContainer">${inner}</div></div>`
  const html = `<html lang="en-GB"><head><title>Tarn flood: Rescue chief says warning came late - NTV News</title><meta property="og:site_name" content="NTV News"></head><body><div id="__next"><header role="banner"><nav><a href="/">NTV</a></nav></header>
<main id="main-content"><article><div data-component="headline-block"><h1>Tarn flood: Rescue chief says warning came late</h1></div>
<div data-component="byline-block"><time datetime="2022-02-20T18:02:11.000Z">20 February 2022</time><div>Moira Keane</div><div>NTV News, Tarn</div></div>
<figure><span><img src="i.jpg"></span><figcaption><span class="visually-hidden">Image caption, </span>The river on “the worst night” of the flood</figcaption></figure>
${block("<p><b>The head of the rescue service in Tarn says that the warning came two hours too late.</b></p>")}
${block("<p>Graham Doyle told NTV Breakfast: &quot;We could have had the boats out.&quot;</p>")}
${block("<p>The weather office denied it.</p><p>It said that a yellow warning was sent at 14:00.</p>")}
<div data-component="unordered-list-block"><ul><li><a href="/live"><b>Live: Tarn flood updates</b></a></li><li><a href="/pics">In pictures: &quot;We lost everything&quot;</a></li></ul></div>
<div data-component="ad-block" class="dotcom-ad"></div>
<h2>'Nobody rang'</h2>
${block("<p>&quot;Nobody rang,&quot; said <a href='/a'>Anna Birch</a>, who runs the school.</p>")}
<div data-component="links-block"><h2>More on this story</h2><ul><li><a href="/1">Why does Tarn flood?</a></li></ul></div>
<div data-component="media-block"><p>Your device may not support playback on this media.</p></div>
</article><section data-component="topStoriesSection"><h2>Top stories</h2><div><a href="/z"><p>Minister resigns over ferry</p></a></div></section></main><footer role="contentinfo">Copyright © 2022 NTV. The NTV is not responsible for the content of external sites.</footer></div></body></html>`
  expect(paragraphsOf(html)).toEqual([
    "The head of the rescue service in Tarn says that the warning came two hours too late.",
    'Graham Doyle told NTV Breakfast: "We could have had the boats out."',
    "The weather office denied it.",
    "It said that a yellow warning was sent at 14:00.",
    "'Nobody rang'",
    '"Nobody rang," said Anna Birch, who runs the school.',
  ])
})

test("an old site: tables for layout, <br><br> for paragraphs, <font>, upper case, nothing closed", () => {
  const html = `<HTML><HEAD><TITLE>County Gazette - Water Board Meets</TITLE><BODY BGCOLOR=white><TABLE WIDTH=100%><TR><TD WIDTH=120><A HREF=index.htm>Home</A><BR><A HREF=news.htm>News</A><BR><A HREF=obits.htm>Obituaries</A>
<TD><FONT SIZE=+2><B>Water Board Meets</B></FONT><BR><BR>
<FONT FACE=Arial>The Water Board met on Thursday night and voted, 4 to 1, to raise rates in the valley by a tenth, its first rise in eleven years.<BR><BR>
&quot;I don't like it,&quot; said Chairman Hal Pruitt.<BR><BR>
&nbsp;&nbsp;Mrs. Edna Cole, who voted no, said that the poor would pay,
and that she &quot;would not be part of it.&quot;<BR><BR>The board meets again in May, when it will hear from the engineers about the dam.</FONT></TABLE></BODY></HTML>`
  expect(paragraphsOf(html).slice(-4)).toEqual([
    "The Water Board met on Thursday night and voted, 4 to 1, to raise rates in the valley by a tenth, its first rise in eleven years.",
    '"I don\'t like it," said Chairman Hal Pruitt.',
    'Mrs. Edna Cole, who voted no, said that the poor would pay, and that she "would not be part of it."',
    "The board meets again in May, when it will hear from the engineers about the dam.",
  ])
})

test("a blog system: an interview, share buttons and related posts inside the text, comments and widgets after it", () => {
  const html = `<!DOCTYPE html><html lang="en-US"><head><title>Mayor Lopez on the vote - Cardenal Post</title></head><body class="post-template-default single single-post has-sidebar">
<a class="skip-link screen-reader-text" href="#c">Skip to content</a><header id="masthead" class="site-header"><p class="site-title"><a href="/">Cardenal Post</a></p></header>
<div id="content" class="site-content"><div id="primary" class="content-area"><main id="main" class="site-main"><article id="post-12" class="post-12 post type-post category-news tag-schools">
<header class="entry-header"><h1 class="entry-title">Mayor Lopez on the vote</h1><div class="entry-meta"><span class="posted-on">Posted on <a><time class="entry-date published" datetime="2024-03-04T10:00:00+00:00">March 4, 2024</time></a></span> <span class="byline">by <span class="author vcard"><a class="url fn n" href="/author/jane">Jane Doe</a></span></span></div></header>
<div class="entry-content">
<p><em>Mayor Maria Lopez spoke to the Post on Sunday, two days before the vote. The interview has been edited for length.</em></p>
<p><strong>Q: Will any school close?</strong></p>
<p><strong>Lopez:</strong> No. Not one. I have said so before and I say so again, and I will say it on Tuesday.</p>
<p><strong>Post:</strong> And the money?<br />
<strong>Lopez:</strong> From the harbour.</p>
<p>Why?</p>
<p>Because.</p>
<blockquote class="wp-block-quote"><p>“It is our town.”</p><cite>Maria Lopez, mayor</cite></blockquote>
<div class="wp-block-image"><figure class="aligncenter"><img src="x.jpg"/><figcaption class="wp-element-caption">Lopez at home</figcaption></figure></div>
<p>Follow the money, she said, and you will find the harbour. It is <a href="/x">the biggest</a> in the county.</p>
<p>Share this: tell your friends, she joked.</p>
<div class="sharedaddy sd-sharing-enabled"><div class="robots-nocontent sd-block sd-social"><h3 class="sd-title">Share this:</h3><div class="sd-content"><ul><li class="share-twitter"><a>Click to share on Twitter (Opens in new window)</a></li></ul></div></div></div>
<div id='jp-relatedposts' class='jp-relatedposts'><h3 class="jp-relatedposts-headline"><em>Related</em></h3><div class="jp-relatedposts-items"><p class="jp-relatedposts-post"><a>“We will appeal,” says Reed</a></p></div></div>
</div><footer class="entry-footer"><span class="cat-links">Posted in <a>News</a></span><span class="tags-links">Tagged <a>schools</a></span></footer></article>
<nav class="navigation post-navigation"><a>Previous Post: Rain</a></nav>
<div id="comments" class="comments-area"><h2 class="comments-title">2 thoughts on “Mayor Lopez on the vote”</h2><ol><li><p>She said “no” last year as well.</p></li></ol></div></main></div>
<aside id="secondary" class="widget-area"><section class="widget"><h2>Recent Posts</h2><ul><li><a>Rain</a></li></ul></section></aside></div><footer id="colophon" class="site-footer"><div class="site-info">Proudly powered.</div></footer></body></html>`
  expect(paragraphsOf(html)).toEqual([
    "Mayor Maria Lopez spoke to the Post on Sunday, two days before the vote. The interview has been edited for length.",
    "Q: Will any school close?",
    "Lopez: No. Not one. I have said so before and I say so again, and I will say it on Tuesday.",
    "Post: And the money?\nLopez: From the harbour.",
    "Why?",
    "Because.",
    "“It is our town.”",
    "Maria Lopez, mayor",
    "Follow the money, she said, and you will find the harbour. It is the biggest in the county.",
    "Share this: tell your friends, she joked.",
  ])
})

test("a live page: an <article> for each entry", () => {
  const html = `<html><head><title>Live: storm</title></head><body><main><h1>Live: storm hits Tarn</h1><div class="live-blog"><article class="post"><h2>Bridge closed</h2><time>10:02</time><p>The bridge is closed, police say.</p><p>“Do not travel,” said Chief Ann Poe.</p><div class="share"><a href=#>Share</a></div></article>
<article class="post"><h2>Schools shut</h2><time>09:40</time><p>All schools are shut on Monday, the county says.</p><div class="share"><a href=#>Share</a></div></article><article class="post"><h2>Wind</h2><time>09:10</time><p>Winds of 100 km/h were measured at the quay.</p></article></div></main></body></html>`
  expect(paragraphsOf(html)).toEqual([
    "Bridge closed",
    "The bridge is closed, police say.",
    "“Do not travel,” said Chief Ann Poe.",
    "Schools shut",
    "All schools are shut on Monday, the county says.",
    "Wind",
    "Winds of 100 km/h were measured at the quay.",
  ])
})
