using Pannier.Mail.Cards;
using Pannier.Mail.Text;
using Pannier.Mail.Tracking;

namespace Pannier.Mail.Html;

/// <summary>A body that can be shown, or why not.</summary>
public abstract record SanitizeResult
{
    private SanitizeResult()
    {
    }

    /// <param name="Html">The body.</param>
    /// <param name="BlockedRemote">References to other hosts left out: pictures, backgrounds, style sheets.</param>
    /// <param name="BlockedOther">Elements, handlers and addresses left out because they would have acted.</param>
    /// <param name="StylesLeftOut">Style sheets over the budget, which are not in it: the layout may be another.</param>
    public sealed record Done(SanitizedHtml Html, int BlockedRemote, int BlockedOther, int StylesLeftOut) : SanitizeResult
    {
        /// <summary>Pictures on other servers that it refers to, shown or not, each address once.</summary>
        public IReadOnlyList<RemotePicture> Remote { get; init; } = [];

        /// <summary>Where its links lead, in the order of the text.</summary>
        public IReadOnlyList<LinkTarget> Links { get; init; } = [];

        /// <summary>Links whose tracking parameters were cut, each once.</summary>
        public IReadOnlyList<CutLink> CutLinks { get; init; } = [];

        /// <summary>What it states in a form that programs read.</summary>
        public IReadOnlyList<Card> Cards { get; init; } = [];

        /// <summary>Links that show one host and lead to another; at most ten.</summary>
        public IReadOnlyList<MisleadingLink> Misleading { get; init; } = [];
    }

    /// <summary>Show the text alternative, or <see cref="HtmlToText"/> of the same body.</summary>
    public sealed record Refused(SanitizeRefusal Reason) : SanitizeResult;
}
