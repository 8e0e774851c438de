//! Element and attribute names as enums: a misspelt name does not compile.

/// Makes an enum of names with both directions of the table.
macro_rules! names {
    ($(#[$doc:meta])* $vis:vis enum $type:ident { $($variant:ident = $name:literal,)* } $($other:ident)?) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[allow(missing_docs)]
        $vis enum $type { $($variant,)* $($other,)? }

        impl $type {
            /// Every name, in the enum's order.
            pub const NAMES: &'static [&'static str] = &[$($name,)*];

            fn known(name: &str) -> Option<Self> {
                match name { $($name => Some(Self::$variant),)* _ => None }
            }

            /// The name as HTML writes it.
            pub fn name(self) -> &'static str {
                match self { $(Self::$variant => $name,)* $(Self::$other => "other",)? }
            }
        }
    };
}

names! {
    /// An element's name. What is not listed is `Other`: custom elements, and what no rule asks for.
    pub enum Tag {
        A = "a", Abbr = "abbr", Address = "address", Amp = "amp-img", Area = "area", Article = "article", Aside = "aside",
        Audio = "audio", B = "b", Bdi = "bdi", Bdo = "bdo", Big = "big", Blockquote = "blockquote", Body = "body",
        Br = "br", Button = "button", Canvas = "canvas", Caption = "caption", Center = "center", Cite = "cite",
        Code = "code", Col = "col", Colgroup = "colgroup", Data = "data", Datalist = "datalist", Dd = "dd", Del = "del",
        Details = "details", Dfn = "dfn", Dialog = "dialog", Dir = "dir", Div = "div", Dl = "dl", Dt = "dt", Em = "em",
        Embed = "embed", Fieldset = "fieldset", Figcaption = "figcaption", Figure = "figure", Font = "font",
        Footer = "footer", Form = "form", Frame = "frame", Frameset = "frameset", H1 = "h1", H2 = "h2", H3 = "h3",
        H4 = "h4", H5 = "h5", H6 = "h6", Head = "head", Header = "header", Hgroup = "hgroup", Hr = "hr", Html = "html",
        I = "i", Iframe = "iframe", Img = "img", Input = "input", Ins = "ins", Kbd = "kbd", Label = "label",
        Legend = "legend", Li = "li", Link = "link", Main = "main", Map = "map", Mark = "mark", Menu = "menu",
        Meta = "meta", Meter = "meter", Nav = "nav", Nobr = "nobr", Noscript = "noscript", Object = "object", Ol = "ol",
        Optgroup = "optgroup", OptionTag = "option", Output = "output", P = "p", Param = "param", Picture = "picture",
        Plaintext = "plaintext", Pre = "pre", Progress = "progress", Q = "q", Rb = "rb", Rp = "rp", Rt = "rt",
        Rtc = "rtc", Ruby = "ruby", S = "s", Samp = "samp", Script = "script", Search = "search", Section = "section",
        Select = "select", Slot = "slot", Small = "small", Source = "source", Span = "span", Strike = "strike",
        Strong = "strong", Style = "style", Sub = "sub", Summary = "summary", Sup = "sup", Svg = "svg", Table = "table",
        Tbody = "tbody", Td = "td", Template = "template", Textarea = "textarea", Tfoot = "tfoot", Th = "th",
        Thead = "thead", Time = "time", Title = "title", Tr = "tr", Track = "track", Tt = "tt", U = "u", Ul = "ul",
        Var = "var", Video = "video", Wbr = "wbr", Xmp = "xmp", Base = "base", Listing = "listing",
        Applet = "applet", Basefont = "basefont", Bgsound = "bgsound", Keygen = "keygen", Marquee = "marquee",
        Noembed = "noembed", Noframes = "noframes",
        // MathML Core
        Math = "math", Annotation = "annotation", AnnotationXml = "annotation-xml", Maction = "maction",
        Menclose = "menclose", Merror = "merror", Mfenced = "mfenced", Mfrac = "mfrac", Mi = "mi",
        Mmultiscripts = "mmultiscripts", Mn = "mn", Mo = "mo", Mover = "mover", Mpadded = "mpadded",
        Mphantom = "mphantom", Mprescripts = "mprescripts", Mroot = "mroot", Mrow = "mrow", Ms = "ms", Mspace = "mspace",
        Msqrt = "msqrt", Mstyle = "mstyle", Msub = "msub", Msubsup = "msubsup", Msup = "msup", Mtable = "mtable",
        Mtd = "mtd", Mtext = "mtext", Mtr = "mtr", Munder = "munder", Munderover = "munderover", NoneTag = "none",
        Semantics = "semantics",
    }
    Other
}

names! {
    /// An attribute the core reads. The doors carry no others.
    pub enum Attr {
        Class = "class", Id = "id", Role = "role", Itemprop = "itemprop", Itemtype = "itemtype", Itemscope = "itemscope",
        Hidden = "hidden", AriaHidden = "aria-hidden", AriaLabel = "aria-label", AriaLevel = "aria-level",
        AriaModal = "aria-modal", Href = "href", Rel = "rel", Src = "src", Srcset = "srcset", Sizes = "sizes",
        Media = "media", Type = "type", Alt = "alt", Title = "title", Width = "width", Height = "height",
        DataSrc = "data-src", DataSrcset = "data-srcset", DataOriginal = "data-original",
        DataLazySrc = "data-lazy-src", DataLazySrcset = "data-lazy-srcset", DataOriginalSrc = "data-original-src",
        DataUrl = "data-url", DataHref = "data-href", DataImage = "data-image", DataFullSrc = "data-full-src",
        DataHiResSrc = "data-hi-res-src", DataFallbackSrc = "data-fallback-src", DataVideoId = "data-video-id",
        CurrentSrc = "current-src", Poster = "poster", Datetime = "datetime", Content = "content",
        Property = "property", Name = "name", Charset = "charset", HttpEquiv = "http-equiv", Hreflang = "hreflang",
        Lang = "lang", Dir = "dir", Start = "start", Reversed = "reversed", Value = "value", Colspan = "colspan",
        Rowspan = "rowspan", Scope = "scope", Cite = "cite", DataLang = "data-lang", DataLanguage = "data-language",
        Encoding = "encoding", Display = "display", Open = "open", Mathvariant = "mathvariant", Alttext = "alttext",
        DataCaption = "data-caption", DataTex = "data-tex", Videoid = "videoid", Accent = "accent",
        Stretchy = "stretchy", Linethickness = "linethickness", Columnalign = "columnalign",
        Checked = "checked",
        DataFootnoteRef = "data-footnote-ref", EpubType = "epub:type",
    }
}

impl Attr {
    /// The attribute of this (lower-case) name; `None` for one the core does not read.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::known(name)
    }
}

impl Tag {
    /// The element of this (lower-case) name.
    pub fn from_name(name: &str) -> Self {
        Self::known(name).unwrap_or(Self::Other)
    }

    /// Whether the element stands as a block of its own by the default style sheet of HTML, or by what it is for:
    /// a button's label is no part of the sentence beside it.
    pub fn is_block_level(self) -> bool {
        matches!(
            self,
            Self::Address
                | Self::Article
                | Self::Aside
                | Self::Blockquote
                | Self::Body
                | Self::Button
                | Self::Caption
                | Self::Center
                | Self::Dd
                | Self::Details
                | Self::Dialog
                | Self::Dir
                | Self::Div
                | Self::Dl
                | Self::Dt
                | Self::Fieldset
                | Self::Figcaption
                | Self::Figure
                | Self::Footer
                | Self::Form
                | Self::H1
                | Self::H2
                | Self::H3
                | Self::H4
                | Self::H5
                | Self::H6
                | Self::Head
                | Self::Header
                | Self::Hgroup
                | Self::Hr
                | Self::Html
                | Self::Legend
                | Self::Li
                | Self::Listing
                | Self::Main
                | Self::Menu
                | Self::Nav
                | Self::Ol
                | Self::P
                | Self::Plaintext
                | Self::Pre
                | Self::Search
                | Self::Section
                | Self::Summary
                | Self::Table
                | Self::Tbody
                | Self::Td
                | Self::Tfoot
                | Self::Th
                | Self::Thead
                | Self::Title
                | Self::Tr
                | Self::Ul
                | Self::Xmp
        )
    }

    /// Whether what is inside is never text of the page: code for machines, form values, metadata.
    pub fn is_unread(self) -> bool {
        matches!(
            self,
            Self::Script
                | Self::Style
                | Self::Template
                | Self::Svg
                | Self::Canvas
                | Self::Select
                | Self::Textarea
                | Self::Datalist
                | Self::Head
                | Self::Iframe
                | Self::Object
                | Self::Noscript
                | Self::Noembed
                | Self::Noframes
                | Self::Frameset
                | Self::Rp
                | Self::Meter
                | Self::Progress
        )
    }

    /// Whether the doors write the element down without what is in it: no text of the page, or what the reader typed.
    pub fn is_written_empty(self) -> bool {
        matches!(
            self,
            Self::Template
                | Self::Svg
                | Self::Iframe
                | Self::Canvas
                | Self::Select
                | Self::Textarea
                | Self::Object
                | Self::Datalist
        )
    }

    /// Whether the element is a picture, a player or a frame: content without text.
    pub fn is_media(self) -> bool {
        matches!(
            self,
            Self::Img
                | Self::Amp
                | Self::Picture
                | Self::Video
                | Self::Audio
                | Self::Iframe
                | Self::Embed
                | Self::Object
        )
    }

    /// 1 to 6 for headings.
    pub fn heading_level(self) -> Option<u8> {
        match self {
            Self::H1 => Some(1),
            Self::H2 => Some(2),
            Self::H3 => Some(3),
            Self::H4 => Some(4),
            Self::H5 => Some(5),
            Self::H6 => Some(6),
            _ => None,
        }
    }

    /// Whether the element has no content and no end tag (HTML standard, 13.1.2).
    pub fn is_void(self) -> bool {
        matches!(
            self,
            Self::Area
                | Self::Base
                | Self::Basefont
                | Self::Bgsound
                | Self::Br
                | Self::Col
                | Self::Embed
                | Self::Frame
                | Self::Hr
                | Self::Img
                | Self::Input
                | Self::Keygen
                | Self::Link
                | Self::Meta
                | Self::Param
                | Self::Source
                | Self::Track
                | Self::Wbr
        )
    }
}
