using System.Runtime.CompilerServices;
using System.Text;

namespace Pannier.Tests.Support;

/// <summary>Makes every charset there ever was readable, before anything reads mail: MimeKit remembers for good which ones it could not find.</summary>
internal static class Charsets
{
    [ModuleInitializer]
    internal static void Register() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
}
