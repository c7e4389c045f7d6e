namespace Pannier.Mail.Text;

/// <summary>A stretch of text, or a link in it. Views encode both; neither is ever HTML.</summary>
public abstract record TextRun
{
    private TextRun(string text) => Text = text;

    /// <summary>As it stood in the message; may hold line feeds.</summary>
    public string Text { get; }

    public sealed record Words(string Text) : TextRun(Text);

    /// <summary>Text that names an address, and the address.</summary>
    public sealed record Link(string Text, LinkTarget Target) : TextRun(Text);
}
