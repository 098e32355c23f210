"""The lines that web pages put around an article, as a table: how a line reads, and what it is.

Patterns are tried in the table's order and match a whole line, or its beginning where the rule says
so, without regard to case. They describe what content management systems and widgets write on
English pages; none knows an outlet or a story. A long line is prose unless a rule says otherwise:
whole-line rules see lines of at most `MAX_RULE_WORDS`.
"""

import re
from dataclasses import dataclass
from typing import Literal

from summarize.model import RemovalReason

MAX_RULE_WORDS = 40
"""Legal notices and comment policies are the longest fixed lines; news paragraphs are often longer."""

SectionKind = Literal["comments", "related"]

_COUNT = r"(?:\(?\d[\d,.]*k?\)?|no|add|one|two|all)"
_NETWORK = (
    r"(?:facebook|twitter|x|linked ?in|whats ?app|telegram|reddit|pinterest|instagram|you ?tube|tik ?tok"
    r"|tumblr|vk|viber|messenger|digg|delicious|del\.icio\.us|stumble ?upon|newsvine|fark|now ?public"
    r"|google(?: ?\+|plus| news| bookmarks)?|yahoo!?(?: buzz)?|flipboard|pocket|threads|blue ?sky|mastodon"
    r"|mix|line|wechat|weibo|skype|signal|propeller|mixx|technorati|my ?space|friendfeed|furl|slashdot"
    r"|netscape|blink ?list|rss(?: feeds?)?|e-?mail|copy(?: link| url)?|link|print|sms|more|buzz)"
)
_SHARE_WORD = (
    r"(?:share|tweet|post|pin|like|digg|save|bookmark|send|submit|follow|recommend|e-?mail|print|discuss"
    r"|forward|respond|republish|recommended|listen|comment|favou?rite|subscribe|reprints?|rss|permalink)"
)
_TOOL = (
    r"(?:print(?:er)?(?:[ -]friendly)?(?: version| page| story| article| this| format)*"
    r"|e-?mail(?:[ -](?:this|story|article|page|to|a|friend|editor|author|us))*|text size|font size|larger"
    r"|smaller|small|large|medium|normal|default|increase|decrease|reset|zoom|bookmark(?: this)?|permalink"
    r"|reprints?(?: (?:and|&) (?:permissions|licensing))?|single page|rss|save(?: this)?|share(?: this)?"
    r"|comments?|listen(?: to (?:this )?(?:article|story))?|republish|copy|link|cite|text|size|a|aa|\+|-|[|/:])"
)


@dataclass(frozen=True, slots=True)
class LineRule:
    """A pattern, what a line that matches it is, and whether the line's beginning is enough."""

    reason: RemovalReason
    pattern: re.Pattern[str]


def _whole(reason: RemovalReason, *forms: str) -> LineRule:
    return LineRule(reason, re.compile(rf"(?:{'|'.join(forms)})\Z", re.IGNORECASE))


def _begins(reason: RemovalReason, *forms: str) -> LineRule:
    return LineRule(reason, re.compile("|".join(forms), re.IGNORECASE))


LINE_RULES: tuple[LineRule, ...] = (
    _begins(
        "script notice",
        r"(?:please )?(?:enable|turn on|activate|allow) (?:java ?script|cookies|flash)",
        r"(?:this (?:page|site|website|app|video|feature|content|form)|you|comments?|the video|our site)\b.{0,60}"
        r"\b(?:requires?|needs?|must (?:have|enable)) .{0,40}(?:java ?script|flash|cookies)",
        r"java ?script (?:is|must|seems|has|appears|and|required)\b",
        r"(?:your|the) (?:web )?browser (?:does ?n.t|does not|is (?:not|out|un)|has java|may be)",
        r"(?:to (?:view|see|use|watch|play|listen)|you need|you must have) .{0,60}\b(?:java ?script|flash|browser)",
        r"loading\b.{0,40}\Z",
        r"(?:get|download|install) (?:the )?(?:latest )?(?:adobe )?flash\b",
        r"view (?:the )?discussion thread",
        r"(?:video|audio|media) (?:player|playback) .{0,40}(?:unsupported|not supported|loading)",
        r"checking (?:your|if the site) .{0,30}(?:browser|connection)",
        r"(?:powered by disqus|blog comments powered by)",
        r"(?:skip|jump) to (?:the )?(?:main )?(?:content|navigation|search|end|footer)",
    ),
    _whole(
        "advertisement",
        r"x|×|ad(?:s|vert|verts|vertisements?|vertising|vertorial)?",
        r"[-–—(\[ ]*(?:advertisement|advertorial|sponsored(?: content| links?| post| by.{0,30})?|paid (?:content|post|advertisement))\b"
        r"[-–—)\].: ]*",
        r"google (?:search engine|ads?|adsense)|ads? by .{1,30}|promoted(?: content| by.{0,30})?",
        r"(?:story|article|post|content) continues (?:below|after)(?: (?:the )?(?:ad|ads|advert|advertisement|video|promo))?\.?",
        r"(?:continue|keep|scroll) .{0,25}(?:below|after|past) (?:the |this )?(?:ad|ads|advert|advertisement)\.?",
        r"(?:scroll|swipe) (?:down )?(?:to|for) (?:continue|more|read).{0,30}",
        r"advertise (?:with us|here|on .{1,30}|in .{1,30})\.?|remove ads?|report (?:this )?ad|hide ads?|why this ad\??",
        r"(?:from|by|with) our (?:advertising )?(?:partners?|sponsors?)|partner content|in partnership with .{1,40}",
        r"(?:buy|shop|order|book) now\b.{0,30}|special offers?|(?:today.s|best) (?:deals|offers)",
    ),
    _whole(
        "donation box",
        r"(?:please )?(?:donate|give)(?: (?:now|today|here|to us|via .{1,20}|monthly|online))?[!.:]?",
        r".{0,60}\bbuy (?:me|us) an? (?:coffee|beer|book|kofi|ko-fi)\b.{0,60}",
        r"(?:please )?(?:support|help|fund|back) (?:us|our (?:work|journalism|mission|site|newsroom|reporting)|independent"
        r" (?:journalism|media|news|voices?)|(?:this|the) (?:site|blog|work|channel|independent)).{0,140}",
        r"(?:help|support) keep\b.{0,60}\b(?:alive|free|independent|running|going|voice).{0,80}|help (?:us )?keep .{0,140}\balive\b.{0,80}",
        r"(?:become|be|join as) an? (?:\w+ )?(?:supporter|patron|donor|sustainer|contributor)\b.{0,80}",
        r"(?:if you )?(?:like|enjoy)(?:ing|ed)? (?:what you.{0,4}(?:re)? (?:read|see|hear)\w*|(?:this|our) (?:article|story|content|work|post))\b.{0,100}",
        r"(?:make|every|a) (?:a )?(?:tax[- ]deductible )?(?:donation|contribution)s?\b.{0,80}",
        r".{0,80}\b(?:patreon|paypal|ko-fi|gofundme|kickstarter|liberapay)\b.{0,60}",
        r"(?:our|your|reader) (?:donations?|support|contributions?) (?:help|make|keep|fund|is|are)s?\b.{0,120}",
    ),
    _whole(
        "subscription box",
        r"(?:please )?(?:subscribe|sign[- ]?(?:up|in)|log[- ]?(?:in|on|out)|register|join)(?:\b(?: (?:now|here|today|free|to|for|with|up|in"
        r"|or|and|by|via|using|our|us|on)\b.{0,120})?)?[!.:]*",
        r"(?:already|not) (?:an? |yet an? )?(?:subscribe[rd]|member|registered|signed|have an account|logged).{0,80}",
        r"(?:get|receive|have) .{0,80}\b(?:delivered|straight|sent|direct(?:ly)?|in) (?:to )?(?:your|you) ?(?:in-?box|e-?mail|phone|door)?\b.{0,80}",
        r"(?:get|download|try|install) (?:the|our) .{0,40}\b(?:app|newsletter|alerts?)\b.{0,60}",
        r".{0,60}\b(?:news ?letters?|e-?mail alerts?|news alerts?|text alerts?|push notifications?|email updates?)"
        r"(?: (?:sign[- ]?up|here|now|today|free|subscription))?[!.:]?",
        r"(?:enter|type|your|confirm) (?:your )?e-?mail(?: address)?\b.{0,60}",
        r"(?:this|the rest of this) (?:article|content|story|page) is (?:only |exclusively )?(?:for|available|reserved|limited).{0,80}",
        r"(?:to )?(?:continue|keep) reading\b.{0,100}|unlock .{0,80}|you have (?:\w+ )?(?:free )?articles? (?:left|remaining).{0,60}",
        r"you(?:.ve| have) (?:reached|read|used) .{0,60}\b(?:articles?|limit)\b.{0,60}",
        r"(?:start|begin|try) your .{0,30}(?:trial|subscription)\b.{0,60}|free (?:trial|newsletter)\b.{0,40}|subscriber[- ]only.{0,40}",
        r"(?:thank you|thanks) for (?:reading|subscribing|signing|registering|your (?:interest|support))\b.{0,80}",
        r"view (?:this (?:e-?mail|newsletter|message) )?(?:in|on|with) (?:your |a |the )?(?:web )?browser.{0,20}",
        r"(?:unsubscribe|manage (?:your )?(?:preferences|subscriptions?)|update (?:your )?preferences|forward to a friend)\b.{0,100}",
        r"you(?:.re| are) receiving this .{0,160}|was this (?:e-?mail|newsletter) forwarded to you.{0,60}",
        r"follow (?:us|me|@?\w+(?: \w+){0,4}) on .{1,80}|(?:like|join|find|add|watch|visit) us (?:on|at) .{1,80}|follow us[:.!]?",
        r"follow (?:the (?:latest|story)|@\w+|topics?|this author)\b.{0,60}|(?:he|she|they|\w+) can be (?:reached|contacted|followed) (?:at|on|via)\b.{0,80}",
        r"(?:to|for) (?:subscribe|subscription|home delivery)\b.{0,80}|.{0,30}\bprivacy policy\b.{0,60}",
    ),
    _begins(
        "legal notice",
        r"(?:\(c\)|©|copyright\b|&copy;)",
        r".{0,100}\ball rights reserved\b",
        r".{0,40}\bmay not be (?:published|reproduced|copied|rewritten|used|re-?distributed)",
        r"(?:no part of|reproduction|any (?:use|reproduction|copying)|unauthori[sz]ed) .{0,80}"
        r"\b(?:prohibited|permission|consent|forbidden|reproduced|used)",
        r"(?:this|the) (?:site|website|blog) (?:uses|is protected by|is managed|is (?:owned|operated|published))\b",
        r"(?:by (?:using|visiting|continuing|clicking|submitting|posting|signing)|we (?:use|and our partners use)) .{0,100}"
        r"\b(?:cookies|agree|consent|accept|terms)\b",
        r"(?:terms (?:of|and|&)|privacy (?:policy|notice|statement)|cookie (?:policy|settings|notice)|disclaimer\b|legal notice)",
        r"(?:the )?(?:views|opinions)(?: and (?:views|opinions))? expressed (?:in|here|on|by|are)\b",
        r"(?:use|your use) of this (?:site|website)\b",
        r"learn (?:more about )?how your comment data is processed",
        r"(?:republished|reprinted|reproduced|used) (?:here )?with (?:the )?permission",
        r"(?:licensed|available|published) under (?:a|the) creative commons",
    ),
    _whole(
        "share buttons",
        rf"{_SHARE_WORD}(?: (?:this|the|our|your))?(?: (?:article|story|post|page|news|video|link|via|on|with|to|item|{_NETWORK}))*"
        r"(?: (?:friends?|a friend|others|the editor|what is this\??|options|tools|save))*[:.!?|+ ]*(?:\(?\d[\d,.]*k?\)?)?",
        rf"(?:(?:share|post|send|save|submit|add|bookmark|seed|tweet|pin|post this|digg|tag|link)(?: (?:this|it|article|story|to|on|with|via|using|the))*[: ]*)?"
        rf"{_NETWORK}[!:]*(?:[\s|,/•·&+-]+(?:and )?(?:(?:share|post|send|add|save)(?: (?:to|on|via|it))*[: ]*)?{_NETWORK}[!:]*)*\??(?: \(?\d+\)?)?",
        rf"(?:{_TOOL}[\s,|/•·:+-]*)+",
        r"(?:click|tap) (?:here )?to (?:share|e-?mail|print|tweet|copy|rate|vote|save)\b.{0,80}",
        r"(?:share|spread|pass) (?:this|the (?:word|news|story|love|post)|on|it)\b.{0,40}",
        rf"{_COUNT} (?:shares?|likes?|tweets?|views?|reads?|retweets?|pins?|votes?|claps?)(?: {_COUNT} \w+)*",
        r"what (?:is|are) (?:this|these)\??|(?:social )?bookmark(?:s|ing)?(?: (?:with|at|this|on))?:?|share[- ]?(?:this|bar|on|options)[:.]?",
        r"(?:link )?copied(?: to clipboard)?!?|copy (?:the )?(?:link|url).{0,20}|(?:rate|vote|review) (?:this|it|for this)\b.{0,30}",
        r"(?:discuss|blog|write|talk) about (?:this|it).{0,30}|(?:related )?(?:blog|discussion)s? about this .{0,30}",
        r"(?:how|what) do you (?:rate|think|feel) (?:about )?(?:of )?(?:this|it)\b.{0,40}|was this (?:article|page|story) (?:helpful|useful|interesting).{0,20}",
        r"(?:toggle|open|close|expand|hide|show)(?: \w+){0,3}|(?:most )?(?:e-?mailed|forwarded)",
    ),
    _whole(
        "comment",
        rf"{_COUNT} ?(?:reader |user |public )?(?:comments?|responses?|repl(?:y|ies)|thoughts?|opinions?)(?: (?:on|to|so far|posted|for|about|from)\b.{{0,120}})?[.:…]*",
        r"(?:(?:view|read|show|hide|load|see|post|leave|write|make|submit|add|join|have|be|share|give|start|sort)(?: (?:all|the|a|an|your|my|more|first|"
        r"to|and|or|in|new|own|our|by|other|previous|older|newer))* ?(?:\(?\d+\)? ?)?"
        r"(?:comments?|repl(?:y|ies)|say|responses?|conversation|discussion|debate|thoughts|opinions?|feedback|views?|letters?|forum)\b.{0,60})",
        r"(?:reader|user|your|latest|recent|all|top|previous|post|facebook|disqus|view|article|public)? ?(?:comments?|comment section|discussion|responses|feedback|"
        r"reactions|letters|forum|talk ?back|your view|opinions)(?: \(?\d+\)?)?(?: (?:for|on|about|to) (?:this|the) .{0,40})?[:.]?(?: \(?\d+\)?)?",
        r"(?:comments|commenting|this thread|discussion|replies|responses) (?:are|is|have been|has been|for this .{0,20}(?:are|is)|on this .{0,20}(?:are|is)) (?:now |currently )?"
        r"(?:closed|open|disabled|off|moderated|turned off|not available).{0,200}",
        r"(?:please )?(?:enter|type|insert|your) (?:your |an? )?(?:comment|name|e-?mail(?: address)?|message|website|url|answer|full name|location|city)"
        r"(?: here| below)?[!:.*? ]*(?:\(.{0,60}\))?",
        r"(?:name|e-?mail(?: address)?|website|web ?site|url|location|city|comments?|message|subject|captcha|nickname|username|password|remember me|"
        r"remember (?:my|name|personal).{0,60}|verification)(?: ?[*:(].{0,60}| (?:required|optional).{0,80})?",
        r"(?:required fields|your e-?mail (?:address )?will not|e-?mail (?:address )?will not|\* ?=? ?(?:required|denotes)).{0,80}",
        r"save my name,? .{0,100}|notify me (?:of|by|when|about|via)\b.{0,80}|cancel reply|(?:submit|post|add|preview)(?: (?:your |a )?comments?)?",
        r"(?:report|flag|quote|reply|respond|like|dislike|recommend|vote|thumbs (?:up|down))(?: (?:to |as |up |down )?(?:this|abuse|comment|post|inappropriate|offensive|spam|violation|it))*"
        r"(?:\s*[|•·/,]\s*(?:report|flag|quote|reply|respond|like|dislike|recommend|link|permalink|share)(?: (?:to |as )?(?:this|abuse|comment|post|inappropriate|offensive))*)*",
        r"(?:log|sign|register|you must be logged).{0,20}\b(?:to|in order to) (?:comment|reply|post|join|leave|vote|respond)\b.{0,60}",
        r"[-–—>»*• ]*(?:posted|submitted|written|comment(?:ed)?|reply|said|left) (?:by|from|at|on)[: ].{1,120}",
        r"#\d{1,4}[.):]?|\d+ (?:minutes?|hours?|days?|weeks?|months?|years?) ago",
        r".{1,50}\b(?:says|said|wrote|writes|commented|replied|posted) (?:on|at) .{0,40}\d.{0,20}:?",
        r"(?:anonymous|guest|user)(?: \w+)?|(?:joined|member since|posts|location):? .{1,40}|(?:moderator|admin(?:istrator)?)",
        r"(?:please )?(?:keep|note|be|read|remember|see).{0,60}\b(?:comments?|commenting|comment policy|respectful|house rules|guidelines)\b.{0,160}",
        r"(?:all |your )?comments?\b.{0,60}\b(?:moderat|publish|review|policy|guidelines|abusive|the opinion|the view|reflect|approved|delet|remov|appear)\w*.{0,160}",
        r"(?:we (?:welcome|encourage|reserve|do not|don.t|ask)|personal attacks|html (?:tags|is)|allowed html|you may use these|submission of any material).{0,200}",
        r"(?:what do you think|what.s your (?:view|opinion|take)|do you agree|have your say|tell us|let us know|got a (?:tip|story|question)|send us|e-?mail us|contact (?:us|the)|"
        r"share your (?:thoughts|views|story|opinion)|agree or disagree|sound off|speak your mind)\b.{0,100}",
    ),
    _begins(
        "related headline",
        r"(?:previous|next|prev|older|newer) (?:article|story|post|entry|page|stories|in .{1,20}\Z)\s?",
        r"(?:read|see|watch|listen|learn|click|don.t miss|view) ?(?:also|more|next|now|this|here|:|on this)*(?: ?[:|»>›–—-]+| here\b) ?.{0,160}\Z",
        r"(?:also|must|further|recommended) (?:read|see|watch|reading|on|in)\b ?[:|»>–—-]",
        r"(?:related|recommended|more|similar|trending|popular|see also|recent)(?: \w+){0,3}: .{0,160}\Z",
        r"(?:»|›|>>|→|▶|►|☛|👉)\s?.{0,160}\Z",
        r".{0,120}\s(?:»|›|>>|→|▶)\Z",
        r"(?:click|tap|go) here (?:to|for)\b.{0,140}\Z",
        r"(?:for|get|read|see|find|view|watch|hear|check out|catch up on)(?: the)?(?: all)?(?: our)? (?:more|latest|full|complete|other|all|all of|additional)\b.{0,80}"
        r"\b(?:stories|coverage|news|videos?|headlines|articles?|updates?|photos?|visit|click|here|go to|from .{1,20}\Z|on .{1,20}\Z|about .{1,20}\Z)",
    ),
    _whole(
        "caption",
        r"(?:file )?(?:photos?|images?|pictures?|pics?|photographs?|videos?|illustrations?|graphics?)(?: (?:credits?|courtes(?:y|ies)|by|from|gallery|source|via|of|caption|illustration))*"
        r"\s?[:|/©].{0,120}",
        r"(?:photo(?:s|graph|graphs|graphy)?|image|picture|video|illustration|graphic|pic) (?:by|courtesy|credit|via|from)\b.{1,100}",
        r"(?:.{0,160}\s)?[(\[] ?(?:ap|afp|reuters|getty(?: images)?|epa|file|pa|photos?|images?|picture|credit|source|via|courtesy)\b[^()\[\]]{0,60}"
        r"(?:photos?|images?|pictures?|file|getty|credit|handout|pool)?[^()\[\]]{0,30}[)\]]",
        r".{0,200}\b(?:getty images|ap photo|afp photo|reuters photo|file photo|file picture|file image|shutterstock|handout (?:photo|via)|via (?:ap|afp|reuters|getty|epa))\b.{0,60}",
        r"(?:enlarge|view|see|show|click (?:to|for|on)|hide|open|zoom|toggle|expand|click) ?(?:the |this |full |larger |a |to )*(?:image|photos?|picture|caption|gallery|video|slide ?show|enlarge|larger).{0,60}",
        r"(?:photos?|image|picture|video|slide ?shows?|galler(?:y|ies)|photo galler(?:y|ies)|multimedia|audio|graphic|watch|listen|play|live|caption|hide caption)s?(?: \d+(?: (?:of|/) \d+)?)?:?",
        r"\d+ (?:of|/) \d+(?: photos?| images?)?|(?:image|photo|picture|slide) \d+(?: (?:of|/) \d+)?",
    ),
    _whole(
        "navigation",
        r"(?:home|news|world|politics|business|sports?|opinion|entertainment|technology|science|health|weather|travel|lifestyle|culture|arts?|local|national|international|"
        r"video|photos?|more|menu|search|top|top stories|main|sections?|archives?|about(?: us)?|contact(?: us)?|help|faqs?|site ?map|careers|jobs|press|classifieds|obituaries|blogs?|"
        r"columns?|columnists|editorials?|letters|features?|money|markets?|finance|economy|education|environment|food|style|cars|autos|real estate|shopping|"
        r"games|puzzles|horoscopes?|podcasts?|newsletters?|apps|e-?edition|e-?paper|today.s paper|latest(?: news)?|breaking(?: news)?|live|exclusive|feedback|close|back|next|previous|prev|"
        r"continue|ok|cancel|yes|no|go|submit|show more|load more|view all|see all|read more|more news|view more|all|none|other|tags?|topics?|categor(?:y|ies)|filed under|keywords?)"
        r"(?:\s*[|>»›/•·:]+\s*.{0,120})?",
        r"(?:tags?|topics?|categor(?:y|ies)|filed (?:under|in)|posted in|keywords?|labels?|sections?|in this (?:article|story)|channel|type|genre|(?:more|find out more) (?:about|on|in|from))"
        r" ?[:|].{0,200}",
        r"(?:<<?|«|‹|←|◀|\[).{0,80}|(?:back|return|go|jump|up) to .{1,60}|\.{2,}|[-_=*~#.•·|+<>\s]{1,}",
        r"(?:page|pages?:?|part) \d+(?: (?:of|/) \d+)?.{0,20}|(?:\d+\s*[|,]?\s*){2,}(?:next|last|>|»)?.{0,10}|(?:continued|next page|previous page|first page|single page).{0,40}",
        r"[^.!?]{1,60}(?:\s[|»›•·]\s[^.!?|]{1,60}){2,}[|»› ]*",
        r"(?:you are here|current page|location) ?:.{0,100}|home ?[>»›/|].{0,140}|[^.!?>]{1,40}(?: > [^.!?>]{1,60})+",
        r"(?:\d+ ?[-–]? ?)?(?:min(?:ute)?s?\.?)(?: |-)(?:read|listen|watch)(?:ing)?(?: time)?|(?:reading|read|listening) time:? .{1,20}|estimated reading.{0,30}",
        r"(?:https?://|www\.)\S+",
    ),
)

_PROMO_HEADING = (
    r"(?:more|other|also|most|latest|recent|related|similar|popular|trending|recommended|top|editor.?s.? picks?|featured|breaking|today.s|further|past|previous|"
    r"suggested|sponsored|additional|what.s|best|hot|new|don.t miss|you (?:may|might)|people|readers|must[- ]read|in case you|just in|headlines|stories|keep reading|read)"
)
RELATED_HEADING = re.compile(
    rf"(?:[^\w]{{0,3}}{_PROMO_HEADING}(?: (?:also|on|in|from|like|this|that|the|of|by|and|for|to|with|our|all|at|your|news|read|viewed|popular|commented|discussed|shared|e-?mailed|"
    r"recent|top|posts?|stor(?:y|ies)|articles?|headlines?|links?|content|coverage|topics?|items?|reading|videos?|photos?|picks?|you|may|might|like|interested|"
    r"enjoy|want|be|have|missed|trending|now|today|week|week.s|latest|related|around|web|searches|entries|blogs?|columns?|resources|info(?:rmation)?|features?|"
    r"stor|same|author|category|section|subject|world|business|sports?|politics|entertainment|local|national|international|health|science|technology|u\.?s\.?|uk|"
    r"opinion|multimedia|galleries|reviews?|events?|jobs|games|releases?|reports?|read:|see))*[^\w]{0,3})\Z"
    r"|(?:elsewhere|around the web|from (?:around )?the web|on the web|external links?|internet links|see also|read also|also read|also see|read on|read next|up next|watch next|"
    r"related|popular|trending|recommended|headlines|on this story|on the same topic|in other news|in pictures|in depth)[^\w]{0,3}\Z",
    re.IGNORECASE,
)
"""A heading above links to other articles: "More like this", "Most popular", "Related stories"."""

COMMENTS_HEADING = re.compile(
    r"[^\w]{0,3}(?:(?:\d[\d,]*|one|two|no) (?:reader |user )?(?:comments?|responses?|repl(?:y|ies)|thoughts)\b.{0,120}"
    r"|(?:leave|post|add|write|submit|make) (?:a |your |the first )?(?:repl(?:y|ies)|comments?)\b.{0,40}"
    r"|(?:reader |user |your |latest |recent |all |top )?(?:comments?|reader feedback|responses|what (?:others|people|readers|you) are saying|talk ?back|have your say)"
    r"(?: \(?\d+\)?)?(?: (?:on|for|to|about) .{1,60})?)[:.…]*\Z",
    re.IGNORECASE,
)
"""A heading above a comment thread or the form below it: "2 COMMENTS", "Leave a reply"."""

COMMENTS_CLOSED = re.compile(
    r"(?:comments|this (?:thread|discussion|conversation)) (?:are|is|have been|has been) (?:now )?(?:closed|locked)\b"
    r"|(?:the following|here) (?:are|is) .{0,40}(?:comments|views) (?:from|posted|by)\b"
    r"|comment viewing options\Z",
    re.IGNORECASE,
)
"""A notice that stands above a thread and nowhere else."""

COMMENT_SIGNATURE = re.compile(
    r"[-–—>»*•? ]*(?:posted|submitted|comment(?:ed)? (?:left )?) ?(?:by|from)\b ?:? .{1,80}"
    r"(?:\d\d|\bago)\b.{0,20}\Z"
    r"|[-–—>»*•?# \d]*by .{1,40} (?:at|on) \d.{0,20}\d[:.]\d\d.{0,12}\Z"
    r"|.{1,40}\b(?:says|wrote|writes|said)(?: on| at) .{0,30}\d[:.]\d\d.{0,12}\Z"
    r"|(?:report|flag) (?:this|abuse|comment|as inappropriate|offensive)\b.{0,30}\Z"
    r"|(?:quote|reply|like)(?: ?[|·•,/] ?(?:report|reply|like|quote|share|link|flag)\b.{0,20})+\Z"
    r"|.{1,30}\(\d+ \w+ ago\)\Z",
    re.IGNORECASE,
)
"""A line that signs a comment with name and time, or the links below one."""

LETTER_SIGNATURE = re.compile(
    r"[-–— ]*[^\W\d_][\w.'’-]*(?: [\w.'’-]+){0,2} ?, ?[^\W\d_][\w'’-]*(?: [\w'’-]+){0,2}"
    r"(?:, ?[\w'’-]+(?: [\w'’-]+)?)?,?\Z"
)
"""Name and town below a reader's letter: "Ann B, Leeds, UK"."""

COMMENT_SIGN = re.compile(
    r"(?:[-–—>»*•? ]*(?:posted|submitted|comment(?:ed)?|written) (?:by|at|on)\b[: ].{0,120}"
    r"|(?:report|flag) (?:this|abuse|comment|as|inappropriate|post).{0,40}"
    r"|.{0,30}\b(?:leave|post|add|write) (?:a |your )(?:reply|comments?)\b.{0,40}"
    r"|please (?:enter|type) your (?:comment|name).{0,20}|your (?:name|e-?mail|comment)\b.{0,60}|(?:name|e-?mail(?: address)?|comments?) ?[*:(].{0,80}"
    r"|.{1,40}\b(?:says|wrote|commented|said):|reply(?: to .{1,40})?|quote(?: \|.{0,40})?|#\d+\b.{0,80}|\d{1,3}[.)]"
    r"|.{0,60}\b(?:1?\d|2\d)(?::\d\d){1,2} ?(?:[ap]\.?m\.?)?\b.{0,40}|\d+ \w+ ago)\Z",
    re.IGNORECASE,
)
"""A line that only a comment thread has: who posted when, a reply link, the form's fields."""


def line_reason(line: str) -> RemovalReason | None:
    """Return why `line` is no part of an article, judged by itself, or None."""
    if len(line.split()) > MAX_RULE_WORDS:
        return None
    for rule in LINE_RULES:
        if rule.pattern.match(line):
            return rule.reason
    return None
