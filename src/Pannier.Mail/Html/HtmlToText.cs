namespace Pannier.Mail.Html;

/// <summary>Makes readable text of an HTML body: for quoting, for reading as text, and where the sanitiser refuses. Never fails; one pass.</summary>
public static class HtmlToText
{
    /// <summary>Characters read; what follows is left out.</summary>
    public const int MostRead = 2 * 1024 * 1024;

    /// <summary>Characters written, about.</summary>
    public const int MostWritten = 1024 * 1024;

    /// <summary>The text with paragraphs, lists, quotes (<c>&gt; </c>) and, in angle brackets, where links lead. Hidden parts are left out.</summary>
    public static string Convert(string html) => new TextConversion(MostWritten, TextAim.Reading).Run(Start(html));

    /// <summary>The words alone, the hidden preheader too, enough for a preview.</summary>
    internal static string ForPreview(string html) => new TextConversion(4096, TextAim.Preview).Run(Start(html));

    private static ReadOnlySpan<char> Start(string html) => html.AsSpan(0, Math.Min(html.Length, MostRead));
}
