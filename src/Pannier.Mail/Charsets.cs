using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Text;

namespace Pannier.Mail;

/// <summary>Makes every charset there ever was readable, before anything reads mail: MimeKit remembers for good which ones it could not find.</summary>
internal static class Charsets
{
    [ModuleInitializer]
    [SuppressMessage("Usage", "CA2255", Justification = "It must come before the first header is read, whoever reads it.")]
    internal static void Register() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>The encoding of a charset's name; null when nobody knows it, or nobody should (UTF-7 hides markup).</summary>
    public static Encoding? Find(string name)
    {
        try
        {
            return Encoding.GetEncoding(name);
        }
        catch (Exception unknown) when (unknown is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }
}
