using System.Text;
using Pannier.Mail.Text;

namespace Pannier.Mail.Html.Values;

/// <summary>Where a link leads.</summary>
internal sealed record Href(LinkTarget Target) : Value
{
    public static Href? Read(ReadOnlySpan<char> text) => LinkTarget.Read(text.ToString()) is { } target ? new(target) : null;

    public override void WriteTo(StringBuilder target) => target.Append(Target.Value);
}
