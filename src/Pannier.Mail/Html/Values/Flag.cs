using System.Text;

namespace Pannier.Mail.Html.Values;

/// <summary>A boolean attribute: being there is its meaning.</summary>
internal sealed record Flag : Value
{
    private static readonly Flag Set = new();

    private Flag()
    {
    }

    public static Flag? Read(ReadOnlySpan<char> _) => Set;

    public override void WriteTo(StringBuilder target)
    {
    }
}
