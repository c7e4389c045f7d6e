namespace Pannier.Demo.Net;

/// <summary>Text on its way into a status line: line ends and NULs would break the protocol, whoever wrote them.</summary>
internal static class OneLine
{
    public static string Of(string text) => text.ReplaceLineEndings(" ").Replace('\0', ' ');
}
