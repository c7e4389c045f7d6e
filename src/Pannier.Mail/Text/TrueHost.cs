using System.Globalization;

namespace Pannier.Mail.Text;

/// <summary>Says which host an address is of, so that nobody is deceived: as it is asked for first, then as it reads.</summary>
public static class TrueHost
{
    private static readonly IdnMapping Idn = new();

    /// <summary><c>shop.example</c>; <c>xn--bcher-kva.example (bücher.example)</c>; for a letter whom it goes to.</summary>
    public static string Of(LinkTarget target) => target switch
    {
        WebUrl web when Readable(web.Host) is { } readable && readable != web.Host => $"{web.Host} ({readable})",
        WebUrl web => web.Host,
        _ => target.Value.Split('?')[0],
    };

    private static string? Readable(string host)
    {
        if (!host.Contains("xn--", StringComparison.Ordinal)) return null;
        try
        {
            return UntrustedText.Show(Idn.GetUnicode(host));
        }
        catch (ArgumentException)
        {
            return null; // not a name by IDNA's rules: it reads as it is asked for
        }
    }
}
