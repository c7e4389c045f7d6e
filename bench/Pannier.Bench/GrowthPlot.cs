using System.Globalization;
using System.Text;

namespace Pannier.Bench;

/// <summary>Draws how p95 grows with the number of messages, both by powers of ten.</summary>
internal static class GrowthPlot
{
    private const double Left = 60, Top = 30, Width = 520, Height = 300, Least = 0.01, Most = 1_000;

    public static string Draw(IReadOnlyList<GrowthColumn> columns)
    {
        var svg = new StringBuilder();
        svg.AppendLine("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 800 380\" font-family=\"sans-serif\" font-size=\"12\"><rect width=\"800\" height=\"380\" fill=\"#fff\"/>");
        svg.AppendLine("<text x=\"60\" y=\"18\" font-size=\"14\">Lists out of the mirror, in process, 20 accounts: p95 in milliseconds</text>");
        for (var power = -2; power <= 3; power++) svg.AppendLine(Invariant($"<line x1=\"{Left}\" x2=\"{Left + Width}\" y1=\"{Y(Math.Pow(10, power)):0.0}\" y2=\"{Y(Math.Pow(10, power)):0.0}\" stroke=\"#ddd\"/><text x=\"{Left - 8}\" y=\"{Y(Math.Pow(10, power)) + 4:0.0}\" text-anchor=\"end\">{Math.Pow(10, power):0.##}</text>"));
        foreach (var column in columns) svg.AppendLine(Invariant($"<text x=\"{X(column.Messages):0.0}\" y=\"{Top + Height + 20}\" text-anchor=\"middle\">{column.Messages:N0}</text>"));
        (string Name, string Colour, Func<GrowthColumn, string> Of)[] lines =
        [
            ("search, three words", "#b5482f", one => one.Search), ("by subject", "#8a6d1d", one => one.BySubject), ("conversations", "#3a6ea5", one => one.Conversations),
            ("first page", "#1f6b4f", one => one.Page), ("page at half depth", "#6b4f9e", one => one.Deep), ("unread", "#555", one => one.Unread), ("50 flags", "#b05a8a", one => one.Flags),
        ];
        foreach (var ((name, colour, of), i) in lines.Select((line, i) => (line, i)))
        {
            svg.AppendLine(Invariant($"<polyline fill=\"none\" stroke=\"{colour}\" stroke-width=\"2\" points=\"{string.Join(' ', columns.Select(column => Invariant($"{X(column.Messages):0.0},{Y(P95(of(column))):0.0}")))}\"/>"));
            svg.AppendLine(Invariant($"<text x=\"{Left + Width + 20}\" y=\"{Top + 20 + (i * 20)}\" fill=\"{colour}\">{name}</text>"));
        }

        return svg.AppendLine("</svg>").ToString();
    }

    private static double P95(string shown) => double.Parse(shown.Split(" / ")[1], CultureInfo.InvariantCulture);

    private static double X(int messages) => Left + (Width * (Math.Log10(messages) - 4) / 2);

    private static double Y(double milliseconds) => Top + (Height * (1 - ((Math.Log10(Math.Clamp(milliseconds, Least, Most)) - Math.Log10(Least)) / (Math.Log10(Most) - Math.Log10(Least)))));

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
