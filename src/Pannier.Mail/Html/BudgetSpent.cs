using System.Diagnostics.CodeAnalysis;

namespace Pannier.Mail.Html;

/// <summary>Leaves the parser or the builder when a budget is spent; never leaves <see cref="HtmlSanitizer"/>.</summary>
[SuppressMessage("Design", "CA1064:Exceptions should be public", Justification = "It is caught where it is thrown from; callers get a refusal.")]
internal sealed class BudgetSpent(SanitizeRefusal reason) : Exception
{
    public SanitizeRefusal Reason { get; } = reason;
}
