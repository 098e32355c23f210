"""The lines that web pages put around an article, as a table: how a line reads, and what it is.

The forms describe what content management systems and widgets write on English pages; none knows
an outlet or a story. One form stands on a line; a line that begins with a bar, or lies deeper,
continues it. `~` marks a form that a sentence of an article can take as well: it counts at the
edges of the body alone. Case does not matter. `<name>` stands for a fragment.
"""

import functools
import re
from typing import NamedTuple

from summarize.model import RemovalReason

MAX_RULE_WORDS, MAX_RULE_CHARACTERS = 40, 500
"""Legal notices and comment policies are the longest fixed lines; what is longer is prose."""

_FRAGMENT = re.compile(r"<[a-z]+>")
_FRAGMENTS: dict[str, str] = {
    "<count>": r"""
        (?:\(?\d[\d,.]*k?\)?|no|add|one|two|all)
    """,
    "<network>": r"""
        (?:facebook|twitter|x|linked ?in|whats ?app|telegram|reddit|pinterest|instagram|you ?tube
            |tik ?tok|tumblr|vk|viber|messenger|digg|delicious|del\.icio\.us|stumble ?upon|newsvine
            |fark|now ?public|google(?: ?\+|plus| news| bookmarks)?|yahoo!?(?: buzz)?|flipboard
            |pocket|threads|blue ?sky|mastodon|mix|line|wechat|weibo|skype|signal|propeller|mixx
            |technorati|my ?space|friendfeed|furl|slashdot|netscape|blink ?list|rss(?: feeds?)?
            |e-?mail|copy(?: link| url)?|link|print|sms|more|buzz)
    """,
    "<share>": r"""
        (?:share|tweet|post|pin|like|digg|save|bookmark|send|submit|follow|recommend|e-?mail|print
            |discuss|forward|respond|republish|recommended|listen|comment|favou?rite|subscribe
            |reprints?|rss|permalink)
    """,
    "<tool>": r"""
        (?:print(?:er)?(?:[ -]friendly)?(?: version| page| story| article| this| format)*
            |e-?mail(?:[ -](?:this|story|article|page|to|a|friend|editor|author|us))*|text size
            |font size|larger|smaller|small|large|medium|normal|default|increase|decrease|reset
            |zoom|bookmark(?: this)?|permalink|reprints?(?: (?:and|&) (?:permissions|licensing))?
            |single page|rss|save(?: this)?|share(?: this)?|comments?
            |listen(?: to (?:this )?(?:article|story))?|republish|copy|link|cite|text|size
            |a{1,3}\b)
    """,
    "<promo>": r"""
        (?:more|other|also|most|latest|recent|related|similar|popular|trending|recommended|top
            |editor.?s.? picks?|featured|breaking|today.s|further|past|previous|suggested|sponsored
            |additional|what.s|best|hot|new|don.t miss|you (?:may|might)|people|readers
            |must[- ]read|in case you|just in|headlines|stories|keep reading|read)
    """,
}


class LineRule(NamedTuple):
    """What a line is that reads like `pattern`; `is_weak` where a sentence can read so too."""

    reason: RemovalReason
    pattern: re.Pattern[str]
    is_weak: bool


def _forms(text: str) -> list[str]:
    """Return the forms of a table's cell, continuation lines joined, fragments put in."""
    forms: list[str] = []
    lines = [line for line in text.split("\n") if line.strip()]
    indent = min(len(line) - len(line.lstrip()) for line in lines)
    for line in lines:
        if line[indent] == " ":
            forms[-1] += line.lstrip()
        else:
            forms.append(line[indent:])
    return [_FRAGMENT.sub(lambda match: _fragment(match[0]), form) for form in forms]


def _fragment(name: str) -> str:
    return "".join(line.strip(" ") for line in _FRAGMENTS[name].split("\n"))


def _form(text: str) -> re.Pattern[str]:
    return re.compile("|".join(_forms(text)), re.IGNORECASE)


def _rules(reason: RemovalReason, text: str, end: str) -> tuple[LineRule, ...]:
    weak = [form[2:] for form in _forms(text) if form.startswith("~ ")]
    firm = [form for form in _forms(text) if not form.startswith("~ ")]
    return tuple(
        LineRule(reason, re.compile(rf"(?:{'|'.join(forms)}){end}", re.IGNORECASE), forms is weak)
        for forms in (firm, weak)
        if forms
    )


def _whole(reason: RemovalReason, text: str) -> tuple[LineRule, ...]:
    """Forms that take a whole line."""
    return _rules(reason, text, r"\Z")


def _begins(reason: RemovalReason, text: str) -> tuple[LineRule, ...]:
    """Forms that a line begins with."""
    return _rules(reason, text, "")


LINE_RULES: tuple[tuple[LineRule, ...], ...] = (
    _begins(
        "not the article",
        r"""
        (?:these crawls are|crawl data|starting in \d{4}, alexa|the wayback machine|(?:this
            |the) (?:collection|page|seed).{0,40}(?:crawl|internet archive)
            |the seed for this crawl)
        ~ .{0,80}\b(?:donated|captured|archived|saved) (?:by|to|from) (?:the )?(?:alexa
            |internet archive|wayback)
        (?:you can add location information|tweet with a location|add a location to your tweets)
        when you tweet with a location|story highlights\b
        ~ (?:sorry,? )?(?:the|this|that) (?:page|article|story|content|url|link|video
            |file)(?: that)?(?: you.{0,40})? (?:is|was|could|does|can|has|no longer|may)(?: not
            |n.t)? ?(?:be|been|no longer|currently|not|exist|have)? ?(?:found|available|removed
            |moved|exist|expired|deleted|unavailable)\b.{0,80}\Z
        (?:error )?40[34]\b.{0,40}\Z|page not found.{0,40}\Z|(?:access
            |permission) (?:is )?denied.{0,60}\Z
        (?:please )?(?:verify|confirm|prove) (?:that )?you are (?:a |not a )?(?:human|robot)
        (?:we|our) (?:\w+ ){0,3}detected unusual (?:activity|traffic)
        """,
    ),
    _begins(
        "script notice",
        r"""
        (?:please )?(?:enable|turn on|activate|allow) (?:java ?script|cookies|flash)
        (?:this (?:page|site|website|app|video|feature|content|form)|you|comments?|the video
            |our site)\b.{0,60}\b(?:requires?|needs?|must (?:have|enable)) .{0,40}(?:java ?script
            |flash|cookies)
        java ?script (?:is|must|seems|has|appears|and|required)\b
        (?:your|the) (?:web )?browser (?:does ?n.t|does not|is (?:not|out|un)|has java|may be)
        (?:to (?:view|see|use|watch|play|listen)|you need|you must have) .{0,60}\b(?:java ?script
            |flash|browser)
        ~ loading\b.{0,40}\Z
        (?:get|download|install) (?:the )?(?:latest )?(?:adobe )?flash\b
        view (?:the )?discussion thread
        (?:video|audio|media) (?:player|playback) .{0,40}(?:unsupported|not supported|loading)
        checking (?:your|if the site) .{0,30}(?:browser|connection)
        (?:powered by disqus|blog comments powered by)
        (?:skip|jump) to (?:the )?(?:main )?(?:content|navigation|search|end|footer)
        """,
    ),
    _whole(
        "advertisement",
        r"""
        x|×|ad(?:s|vert|verts|vertisements?|vertising|vertorial)?
        [-–—(\[ ]*(?:advertisement|advertorial|sponsored(?: content| links?| post| by.{0,30})?
            |paid (?:content|post|advertisement))\b[-–—)\].: ]*
        .{0,60}(?:continue|keep) reading (?:the|this) (?:main )?(?:story|article|post)\b.{0,20}
        google (?:search engine|ads?|adsense)|ads? by .{1,30}|promoted(?: content| by.{0,30})?
        (?:story|article|post|content) continues (?:below|after)(?: (?:the )?(?:ad|ads|advert
            |advertisement|video|promo))?\.?
        (?:continue|keep|scroll) .{0,25}(?:below|after|past) (?:the |this )?(?:ad|ads|advert
            |advertisement)\.?
        (?:scroll|swipe) (?:down )?(?:to|for) (?:continue|more|read).{0,30}
        advertise (?:with us|here|on .{1,30}|in .{1,30})\.?|remove ads?|report (?:this )?ad
            |hide ads?|why this ad\??
        (?:from|by|with) our (?:advertising )?(?:partners?|sponsors?)|partner content
            |in partnership with .{1,40}
        (?:buy|shop|order|book) now\b.{0,30}|special offers?|(?:today.s|best) (?:deals|offers)
        """,
    ),
    _whole(
        "donation box",
        r"""
        (?:please )?(?:donate|give)(?: (?:now|today|here|to us|via .{1,20}|monthly|online))?[!.:]?
        .{0,60}\bbuy (?:me|us) an? (?:coffee|beer|book|kofi|ko-fi)\b.{0,60}
        (?:please )?(?:support|help|fund|back) (?:us|our (?:work|journalism|mission|site|newsroom
            |reporting)|independent (?:journalism|media|news|voices?)|this (?:site|blog|work
            |channel)).{0,140}
        (?:help|support) keep\b.{0,60}\b(?:alive|free|independent|running|going|voice).{0,80}
            |help (?:us )?keep .{0,140}\balive\b.{0,80}
        ~ (?:become|be|join as) an? (?:\w+ )?(?:supporter|patron|donor|sustainer
            |contributor)\b.{0,80}
        (?:enjoy|lik|lov)(?:e|ed|ing) (?:the|our|this) .{1,50}\?.{0,160}
        .{0,160}\b(?:chip in|tip jar|donate (?:here|now|today|via|online|at)|support us)\b.{0,100}
        ~ (?:if you )?(?:like|enjoy)(?:ing|ed)? (?:what you.{0,4}(?:re)? (?:read|see|hear)\w*
            |(?:this|our) (?:article|story|content|work|post))\b.{0,100}
        ~ (?:make|every|a) (?:a )?(?:tax[- ]deductible )?(?:donation|contribution)s?\b.{0,80}
        ~ .{0,80}\b(?:patreon|paypal|ko-fi|gofundme|kickstarter|liberapay)\b.{0,60}
        ~ (?:our|your|reader) (?:donations?|support|contributions?) (?:help|make|keep|fund|is
            |are)s?\b.{0,120}
        """,
    ),
    _whole(
        "subscription box",
        r"""
        (?:please )?(?:subscribe|sign[- ]?(?:up|in)|log[- ]?(?:in|on|out)|register
            |join)(?:\b(?: (?:now|here|today|free|to|for|with|up|in|or|and|by|via|using|our|us
            |on)\b.{0,120})?)?[!.:]*
        ~ (?:already|not) (?:an? |yet an? )?(?:subscribe[rd]|member|registered|signed
            |have an account|logged).{0,80}
        ~ (?:get|receive|have) .{0,80}\b(?:delivered|straight|sent|direct(?:ly)?
            |in) (?:to )?(?:your|you) ?(?:in-?box|e-?mail|phone|door)?\b.{0,80}
        (?:get|receive) .{0,40}\b(?:updates|news|alerts|stories|headlines|e-?mails?)\b.{0,60}
            \b(?:in-?box|e-?mail)\b.{0,160}
        (?:get|download|try|install) (?:the|our) .{0,40}\b(?:app|newsletter|alerts?)\b.{0,60}
        ~ .{0,60}\b(?:news ?letters?|e-?mail alerts?|news alerts?|text alerts?|push notifications?
            |email updates?)(?: (?:sign[- ]?up|here|now|today|free|subscription))?[!.:]?
        (?:enter|type|confirm) (?:your )?e-?mail(?: address)?\b.{0,60}|your e-?mail(?: address)?
        (?:this|the rest of this) (?:article|content|story|page) is (?:only |exclusively )?(?:for
            |available|reserved|limited).{0,80}
        (?:to )?(?:continue|keep) reading\b.{0,100}|unlock .{0,80}
            |you have (?:\w+ )?(?:free )?articles? (?:left|remaining).{0,60}
        ~ you(?:.ve| have) (?:reached|read|used) .{0,60}\b(?:articles?|limit)\b.{0,60}
        (?:start|begin|try) your .{0,30}(?:trial|subscription)\b.{0,60}|free (?:trial
            |newsletter)\b.{0,40}|subscriber[- ]only.{0,40}
        ~ (?:thank you|thanks) for (?:reading|subscribing|signing|registering|your (?:interest
            |support))\b.{0,80}
        view (?:this (?:e-?mail|newsletter|message) )?(?:in|on
            |with) (?:your |a |the )?(?:web )?browser.{0,20}
        (?:unsubscribe|manage (?:your )?(?:preferences|subscriptions?)|update (?:your )?preferences
            |forward to a friend)\b.{0,100}
        you(?:.re| are) receiving this .{0,160}|was this (?:e-?mail
            |newsletter) forwarded to you.{0,60}
        ~ (?:like|follow|watch|find|join) .{1,40} (?:and|or) (?:follow|like|stay|join
            |subscribe)\b.{0,120}
        ~ (?:stay|stick) (?:with|tuned|up to date|informed|connected)\b.{0,100}
        follow (?:us|me|@?\w+(?: \w+){0,4}) on .{1,80}|(?:like|join|find|add|watch|visit) us (?:on
            |at) .{1,80}|follow us[:.!]?
        ~ follow (?:the (?:latest|story)|@\w+|topics?|this author)\b.{0,60}|(?:he|she|they
            |\w+) can be (?:reached|contacted|followed) (?:at|on|via)\b.{0,80}
        (?:to|for) (?:subscribe|subscription|home delivery)\b.{0,80}
            |.{0,30}\bprivacy policy\b.{0,60}
        """,
    ),
    _begins(
        "legal notice",
        r"""
        (?:\(c\)|©|&copy;|copyright (?:©|\(c\)|\d|by\b|.{0,40}\b(?:19|20)\d\d))
        .{0,100}\ball rights reserved\b
        .{0,60}\b(?:material|content|story|article|report|information) may not be (?:published
            |reproduced|copied|rewritten|used|re-?distributed)
        (?:no part of|reproduction|any (?:use|reproduction|copying)
            |unauthori[sz]ed) .{0,80}\b(?:prohibited|permission|consent|forbidden|reproduced|used)
        this (?:site|website|blog) (?:uses|is protected by|is managed|is (?:owned|operated
            |published))\b
        (?:by (?:using|visiting|continuing|clicking|submitting|posting|signing)|we (?:use
            |and our partners use)) .{0,100}\b(?:cookies|agree|consent|accept|terms)\b
        (?:terms (?:of (?:use|service)|(?:and|&) conditions)|privacy (?:policy|notice|statement)
            |cookie (?:policy|settings|notice)|disclaimer\b|legal notice)
        (?:the )?(?:views|opinions)(?: and (?:views|opinions))? expressed (?:(?:in|on|by) (?:this
            |the (?:author|writer|article|comments?))|here|are)\b
        (?:use|your use) of this (?:site|website)\b
        learn (?:more about )?how your comment data is processed
        (?:republished|reprinted|reproduced|used) (?:here )?with (?:the )?permission
        (?:licensed|available|published) under (?:a|the) creative commons
        """,
    ),
    _whole(
        "share buttons",
        r"""
        <share>(?: (?:this|the|our|your))?(?: (?:article|story|post|page|news|video|link|via|on
            |with|to|item|<network>))*(?: (?:friends?|a friend|others|the editor|what is this\??
            |options|tools|save))*[:.!?|+ ]*(?:\(?\d[\d,.]*k?\)?)?
        (?:(?:share|post|send|save|submit|add|bookmark|seed|tweet|pin|post this|digg|tag
            |link)(?: (?:this|it|article|story|to|on|with|via|using
            |the))*[: ]*)?<network>[!:]*(?:[\s|,/•·&+-]+(?:and )?(?:(?:share|post|send|add
            |save)(?: (?:to|on|via|it))*[: ]*)?<network>[!:]*)*\??(?: \(?\d+\)?)?
        (?:<tool>[\s,|/•·:+-]*+)++
        (?:click|tap) (?:here )?to (?:share|e-?mail|print|tweet|copy|rate|vote|save)\b.{0,80}
        (?:share|spread|pass) (?:this|the (?:word|news|story|love|post)|on|it)\b.{0,40}
        <count> (?:shares?|likes?|tweets?|views?|reads?|retweets?|pins?|votes?
            |claps?)(?: <count> \w+)*
        what (?:is|are) (?:this|these)\??|(?:social )?bookmark(?:s|ing)?(?: (?:with|at|this|on))?:?
            |share[- ]?(?:this|bar|on|options)[:.]?
        (?:link )?copied(?: to clipboard)?!?|copy (?:the )?(?:link|url).{0,20}|(?:rate|vote
            |review) (?:this|it|for this)\b.{0,30}
        (?:discuss|blog|write|talk) about (?:this|it).{0,30}|(?:related )?(?:blog
            |discussion)s? about this .{0,30}
        (?:how|what) do you (?:rate|think|feel) (?:about )?(?:of )?(?:this|it)\b.{0,40}
            |was this (?:article|page|story) (?:helpful|useful|interesting).{0,20}
        (?:toggle|open|close|expand|hide|show)(?: \w+){0,3}|(?:most )?(?:e-?mailed|forwarded)
        """,
    ),
    _whole(
        "comment",
        r"""
        ~ <count> ?(?:reader |user |public )?(?:comments?|responses?|repl(?:y|ies)|thoughts?
            |opinions?)(?: (?:on|to|so far|posted|for|about|from)\b.{0,120})?[.:…]*
        ~ (?:(?:view|read|show|hide|load|see|post|leave|write|make|submit|add|join|have|be|share
            |give|start|sort)(?: (?:all|the|a|an|your|my|more|first|to|and|or|in|new|own|our|by
            |other|previous|older|newer))* ?(?:\(?\d+\)? ?)?(?:comments?|repl(?:y|ies)|say
            |responses?|conversation|discussion|debate|thoughts|opinions?|feedback|views?|letters?
            |forum)\b.{0,60})
        (?:reader|user|your|latest|recent|all|top|previous|post|facebook|disqus|view|article
            |public)? ?(?:comments?|comment section|discussion|responses|feedback|reactions|letters
            |forum|talk ?back|your view|opinions)(?: \(?\d+\)?)?(?: (?:for|on|about|to) (?:this
            |the) .{0,40})?[:.]?(?: \(?\d+\)?)?
        (?:comments|commenting|this thread|discussion|replies|responses) (?:are|is|have been
            |has been|for this .{0,20}(?:are|is)|on this .{0,20}(?:are
            |is)) (?:now |currently )?(?:closed|open|disabled|off|moderated|turned off
            |not available).{0,200}
        (?:please )?(?:enter|type|insert|your) (?:your |an? )?(?:comment|name|e-?mail(?: address)?
            |message|website|url|answer|full name|location|city)(?: here
            | below)?[!:.*? ]*(?:\(.{0,60}\))?
        (?:name|e-?mail(?: address)?|website|web ?site|url|location|city|comments?|message|subject
            |captcha|nickname|username|password|remember me|remember (?:my|name|personal).{0,60}
            |verification)(?: ?[*:(].{0,60}| (?:required|optional).{0,80})?
        (?:required fields|your e-?mail (?:address )?will not|e-?mail (?:address )?will not
            |\* ?=? ?(?:required|denotes)).{0,80}
        save my name,? .{0,100}|notify me (?:of|by|when|about|via)\b.{0,80}|cancel reply|(?:submit
            |post|add|preview)(?: (?:your |a )?comments?)?
        ~ (?:report|flag|quote|reply|respond|like|dislike|recommend|vote|thumbs (?:up
            |down))(?: (?:to |as |up |down )?(?:this|abuse|comment|post|inappropriate|offensive
            |spam|violation|it))*(?:\s*[|•·/,]\s*(?:report|flag|quote|reply|respond|like|dislike
            |recommend|link|permalink|share)(?: (?:to |as )?(?:this|abuse|comment|post
            |inappropriate|offensive))*)*
        (?:log|sign|register|you must be logged).{0,20}\b(?:to|in order to) (?:comment|reply|post
            |join|leave|vote|respond)\b.{0,60}
        ~ [-–—>»*• ]*(?:posted|submitted|written|comment(?:ed)?|reply) (?:by|from|at
            |on)[: ].{1,120}
        #\d{1,4}[.):]?|\d+ (?:minutes?|hours?|days?|weeks?|months?|years?) ago
        ~ .{1,50}\b(?:says|said|wrote|writes|commented|replied|posted) (?:on|at) .{0,40}\d.{0,20}:?
        (?:anonymous|guest|user)(?: \w+)?|(?:joined|member since|posts|location):? .{1,40}
            |(?:moderator|admin(?:istrator)?)
        ~ (?:please )?(?:keep|note|be|read|remember|see).{0,60}\b(?:comments?|commenting
            |comment policy|respectful|house rules|guidelines)\b.{0,160}
        ~ (?:all |your )?comments?\b.{0,60}\b(?:moderat|publish|review|policy|guidelines|abusive
            |the opinion|the view|reflect|approved|delet|remov|appear)\w*.{0,160}
        ~ (?:we (?:welcome|encourage|reserve)|personal attacks|html (?:tags|is)|allowed html
            |you may use these|submission of any material).{0,200}
        ~ (?:what do you think|what.s your (?:view|opinion|take)|do you agree|have your say|tell us
            |let us know|got a (?:tip|story|question)|send us|e-?mail us|contact (?:us|the)
            |share your (?:thoughts|views|story|opinion)|agree or disagree|sound off
            |speak your mind)\b.{0,100}
        """,
    ),
    _begins(
        "related headline",
        r"""
        (?:previous|next|prev|older|newer) (?:article|story|post|entry|page|stories)(?!.*[.]\W*\Z)
        (?:read|see|watch|listen|learn|view)(?: (?:also|more|next|now|this))?\s?[:|»›>] .{0,160}\Z
        ~ (?:read|see|watch|listen|learn|click|don.t miss|view)
            (?: (?:also|more|next|now|this|on))* ?(?:[–—-]|here\b).{0,160}\Z
        (?:also|must|further|recommended) (?:read|see|watch|reading|on|in)\b ?[:|»>–—-]
        ~ (?:related|recommended|more|similar|trending|popular|see also
            |recent)(?: \w+){0,3}: .{0,160}\Z
        \[[^\[\]]{1,160}\]\Z
        (?:»|›|>>|→|▶|►|☛|👉)\s?.{0,160}\Z
        .{0,120}\s(?:»|›|>>|→|▶)\Z
        (?:click|tap|go) here (?:to|for)\b.{0,140}\Z
        ~ (?:for|get|read|see|find|view|watch|hear|check out
            |catch up on)(?: the)?(?: all)?(?: our)? (?:more(?! than)|latest|full|complete|other
            |all|all of|additional)\b.{0,80}\b(?:stories|coverage|news|videos?|headlines|articles?
            |updates?|photos?|visit|click|here|go to|from .{1,20}\Z|on .{1,20}\Z|about .{1,20}\Z)
        """,
    ),
    _whole(
        "caption",
        r"""
        (?:file )?(?:photos?|images?|pictures?|pics?|photographs?|videos?|illustrations?
            |graphics?)(?: (?:credits?|courtes(?:y|ies)|by|from|gallery|source|via|of|caption
            |illustration))*\s?[:|/©].{0,120}
        ~ (?:photo(?:s|graph|graphs|graphy)?|image|picture|video|illustration|graphic|pic) (?:by
            |courtesy|credit|via|from)\b.{1,100}
        (?:.{0,160}\s)?[(\[] ?(?:getty(?: images)?|file|photos?|images?|pictures?|(?:photo )?credit
            |courtesy)\b[^()\[\]]{0,90}[)\]]
        ~ .{0,200}\b(?:getty images|ap photo|afp photo|reuters photo|file photo|file picture
            |file image|shutterstock|handout (?:photo|via)|via (?:ap|afp|reuters|getty
            |epa))\b.{0,60}
        ~ (?:enlarge|view|see|show|click (?:to|for|on)|hide|open|zoom|toggle|expand|click) ?(?:the
            |this |full |larger |a |to )*(?:image|photos?|picture|caption|gallery|video|slide ?show
            |enlarge|larger).{0,60}
        (?:photos?|image|picture|video|slide ?shows?|galler(?:y|ies)|photo galler(?:y|ies)
            |multimedia|audio|graphic|watch|listen|play|live|caption
            |hide caption)s?(?: \d+(?: (?:of|/) \d+)?)?:?
        (?:image|media) (?:copyright|caption)\b.{0,300}|(?:file
            |in this image)(?: photo)? ?[-–—]+ .{0,400}
        enlarge this image\b.{0,300}|.{0,5}toggle caption\b.{0,300}
        ~ just watched\b.{0,200}|(?:embed|close) .{0,60}(?:video|photo|code)s?\b.{0,200}
        (?:watch|see|view|check out) (?:the |this |our |more )?(?:full )?(?:video|clip|footage
            |photos?|gallery|map|chart)s?(?: of .{1,40})? (?:above|below|here)\b.{0,40}
        .{0,300}[(\[](?:ap|afp|reuters|epa|getty|pa
            |upi)?(?: ?/ ?\w+)? ?(?:file )?photos?\b[^()\[\]]{0,80}[)\]]
        \d+ (?:of|/) \d+(?: photos?| images?)?|(?:image|photo|picture|slide) \d+(?: (?:of|/) \d+)?
        """,
    ),
    _whole(
        "navigation",
        r"""
        ~ (?:home|news|world|politics|business|sports?|opinion|entertainment|technology|science
            |health|weather|travel|lifestyle|culture|arts?|local|national|international|video
            |photos?|more|menu|search|top|top stories|main|sections?|archives?|about(?: us)?
            |contact(?: us)?|help|faqs?|site ?map|careers|jobs|press|classifieds|obituaries|blogs?
            |columns?|columnists|editorials?|letters|features?|money|markets?|finance|economy
            |education|environment|food|style|cars|autos|real estate|shopping|games|puzzles
            |horoscopes?|podcasts?|newsletters?|apps|e-?edition|e-?paper|today.s paper
            |latest(?: news)?|breaking(?: news)?|live|exclusive|feedback|close|back|next|previous
            |prev|continue|ok|cancel|go|submit|show more|load more|view all|see all|read more
            |more news|view more|all|none|other|tags?|topics?|categor(?:y|ies)|filed under
            |keywords?)(?:\s*[|>»›/•·:]+\s*.{0,120})?
        (?:tags?|topics?|categor(?:y|ies)|filed (?:under|in)|posted in|keywords?|labels?|sections?
            |in this (?:article|story)|channel|type|genre|(?:more|find out more) (?:about|on|in
            |from)) ?[:|].{0,200}
        (?:<<?|‹|←|◀).{0,80}|« ?(?:prev|back|older|home).{0,60}|\.{2,}|[-_=*~#.•·|+<>\s]{1,}
        (?:page|pages?:?|part) \d+(?: (?:of|/) \d+)?.{0,20}|\d+(?:[\s|,]++\d+)++[\s|,]*(?:next|last
            |>|»)?.{0,10}|(?:continued|next page|previous page|first page|single page).{0,40}
        [^.!?]{1,60}(?:\s[|»›•·]\s[^.!?|]{1,60}){2,}[|»› ]*
        (?:you are here|current page|location) ?:.{0,100}|home ?[>»›/|].{0,140}
            |[^.!?>]{1,40}(?: > [^.!?>]{1,60})+
        (?:\d+ ?[-–]? ?)?(?:min(?:ute)?s?\.?)(?: |-)(?:read|listen|watch)(?:ing)?(?: time)?
            |(?:reading|read|listening) time:? .{1,20}|estimated reading.{0,30}
        (?:https?://|www\.)\S+
        """,
    ),
)

RELATED_HEADING = _form(
    r"""
    (?:[^\w]{0,3}<promo>(?: (?:also|on|in|from|like|this|that|the|of|by|and|for|to|with|our|all|at
        |your|news|read|viewed|popular|commented|discussed|shared|e-?mailed|recent|top|posts?
        |stor(?:y|ies)|articles?|headlines?|links?|content|coverage|topics?|items?|reading|videos?
        |photos?|picks?|you|may|might|like|interested|enjoy|want|be|have|missed|trending|now|today
        |week|week.s|latest|related|around|web|searches|entries|blogs?|columns?|resources
        |info(?:rmation)?|features?|stor|same|author|category|section|subject|world|business
        |sports?|politics|entertainment|local|national|international|health|science|technology
        |u\.?s\.?|uk|opinion|multimedia|galleries|reviews?|events?|jobs|games|releases?|reports?
        |read:|see))*[^\w]{0,3})\Z|(?:elsewhere|around the web|from (?:around )?the web|on the web
        |external links?|internet links|see also|read also|also read|also see|read on|read next
        |up next|watch next|related|popular|trending|recommended|headlines|on this story
        |on the same topic|in other news|in pictures|in depth)[^\w]{0,3}\Z
    """
)
"""A heading above links to other articles: "More like this", "Most popular", "Related stories"."""

COMMENTS_HEADING = _form(
    r"""
    [^\w]{0,3}(?:(?:\d[\d,]*|one|two|no) (?:reader |user )?(?:comments?|responses?|repl(?:y|ies)
        |thoughts)\b.{0,120}|(?:leave|post|add|write|submit
        |make) (?:a |your |the first )?(?:repl(?:y|ies)|comments?)\b.{0,40}
        |(?:reader |user |your |latest |recent |all |top )?(?:comments?|reader feedback|responses
        |what (?:others|people|readers|you) are saying|talk ?back
        |have your say)(?: \(?\d+\)?)?(?: (?:on|for|to|about) .{1,60})?)[:.…]*\Z
    """
)
"""A heading above a comment thread or the form below it: "2 COMMENTS", "Leave a reply"."""

COMMENTS_CLOSED = _form(
    r"""
    (?:comments|this (?:thread|discussion|conversation)) (?:are|is|have been
        |has been) (?:now )?(?:closed|locked)\b|(?:the following|here) (?:are
        |is) .{0,40}(?:comments|views) (?:from|posted|by)\b|comment viewing options\Z
    """
)
"""A notice that stands above a thread and nowhere else."""

COMMENT_SIGNATURE = _form(
    r"""
    [-–—>»*•? ]*(?:posted|submitted|comment(?:ed)? (?:left )?) ?(?:by|from)\b ?:? .{1,80}(?:\d\d
        |\bago)\b.{0,20}\Z|[-–—>»*•?# \d]*by .{1,40} (?:at|on) \d.{0,20}\d[:.]\d\d.{0,12}\Z
        |.{1,40}\b(?:says|wrote|writes|said)(?: on| at) .{0,30}\d[:.]\d\d.{0,12}\Z|(?:report
        |flag) (?:this|abuse|comment|as inappropriate|offensive)\b.{0,30}\Z|(?:quote|reply
        |like)(?: ?[|·•,/] ?(?:report|reply|like|quote|share|link|flag)\b.{0,20})+\Z
        |.{1,30}\(\d+ \w+ ago\)\Z
    """
)
"""A line that signs a comment with name and time, or the links below one."""

LETTER_SIGNATURE = _form(
    r"""
    [-–— ]*[^\W\d_][\w.'’-]*(?: [\w.'’-]+){0,2} ?, ?[^\W\d_][\w'’-]*(?: [\w'’-]+){0,2}(?:, ?
        [\w'’-]+(?: [\w'’-]+)?)?,?\Z
    """
)
"""Name and town below a reader's letter: "Ann B, Leeds, UK"."""

COMMENT_SIGN = _form(
    r"""
    (?:[-–—>»*•? ]*(?:posted|submitted|comment(?:ed)?|written) (?:by|at|on)\b[: ].{0,120}|(?:report
        |flag) (?:this|abuse|comment|as|inappropriate|post).{0,40}|.{0,30}\b(?:leave|post|add
        |write) (?:a |your )(?:reply|comments?)\b.{0,40}|please (?:enter|type) your (?:comment
        |name).{0,20}|your (?:name|e-?mail|comment)\b.{0,60}|(?:name|e-?mail(?: address)?
        |comments?) ?[*:(].{0,80}|.{1,40}\b(?:says|wrote|commented|said):|reply(?: to .{1,40})?
        |quote(?: \|.{0,40})?|#\d+\b.{0,80}|\d{1,3}[.)]|.{0,60}\b(?:1?\d
        |2\d)(?::\d\d){1,2} ?(?:[ap]\.?m\.?)?\b.{0,40}|\d+ \w+ ago)\Z
    """
)
"""A line that only a comment thread has: who posted when, a reply link, the fields of the form."""

_RULES: tuple[LineRule, ...] = tuple(
    sorted((rule for rules in LINE_RULES for rule in rules), key=lambda rule: rule.is_weak)
)


@functools.lru_cache(maxsize=4096)  # a page is read in two passes or more
def line_rule(line: str) -> LineRule | None:
    """Return the rule that knows `line`, a firm one before a weak one, or None."""
    if len(line) > MAX_RULE_CHARACTERS or len(line.split()) > MAX_RULE_WORDS:
        return None
    return next((rule for rule in _RULES if rule.pattern.match(line)), None)
