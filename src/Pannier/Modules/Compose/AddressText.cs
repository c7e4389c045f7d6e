using System.Buffers;
using Pannier.Mail;
using Pannier.Mail.Text;

namespace Pannier.Modules.Compose;

/// <summary>Writes addresses as a person would type them, so that <see cref="Pannier.Mail.Compose.AddressList"/> reads the same again.</summary>
internal static class AddressText
{
    private static readonly SearchValues<char> Specials = SearchValues.Create("()<>[]:;@\\,.\"");

    public static string Of(IEnumerable<EmailAddress> addresses) => string.Join(", ", addresses.Select(Of));

    public static string Of(EmailAddress address)
    {
        if (string.IsNullOrWhiteSpace(address.Name) || UntrustedText.Show(address.Name) is not { Length: > 0 } name) return address.Address;

        var shown = name.AsSpan().ContainsAny(Specials)
            ? $"\"{name.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\""
            : name;
        return $"{shown} <{address.Address}>";
    }
}
