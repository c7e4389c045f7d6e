using System.Text;

namespace Pannier.Mail.Html.Values;

/// <summary>What an attribute or a CSS declaration may hold. Each kind writes itself from its parts, never from the sender's text.</summary>
internal abstract record Value
{
    public abstract void WriteTo(StringBuilder target);

    public sealed override string ToString()
    {
        var text = new StringBuilder();
        WriteTo(text);
        return text.ToString();
    }
}
