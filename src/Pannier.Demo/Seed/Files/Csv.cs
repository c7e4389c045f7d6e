using System.Globalization;
using System.Text;

namespace Pannier.Demo.Seed.Files;

/// <summary>Tables that fit the name of the file they are in: counts of birds, places on a map, inns, ice, or else the tide.</summary>
internal static class Csv
{
    private static readonly string[] _birds = ["redshank", "avocet", "teal", "spoonbill", "curlew", "dunlin", "shelduck", "lapwing"];
    private static readonly string[] _inns = ["浜の家", "かもめ荘", "潮風旅館", "灯台ホテル"];

    public static string Of(string name, string key) => name switch
    {
        _ when name.StartsWith("Count", StringComparison.Ordinal) => Table("species,count,remarks", ',', _birds.Length, row =>
            $"{_birds[row]},{Mixer.Below(400, key, row)},{(Mixer.Below(5, key, row + 20) == 0 ? "\"ringed, left leg\"" : "")}"),
        "sample.csv" => Table("ref,lat,lon,checked", ',', 25, row =>
            string.Create(CultureInfo.InvariantCulture, $"{1000 + row},{52.9 + Mixer.Below(9000, key, row) / 100000.0:F5},{0.3 + Mixer.Below(9000, key, row + 50) / 100000.0:F5},{(Mixer.Below(2, key, row) == 0 ? "yes" : "no")}")),
        "宿の候補.csv" => Table("宿,一泊（円）,駅から（分）", ',', _inns.Length, row => $"{_inns[row]},{9000 + Mixer.Below(80, key, row) * 100},{3 + Mixer.Below(15, key, row)}"),
        _ when name.Contains("льда", StringComparison.Ordinal) => Table("день;толщина_см;температура", ';', 20, row => $"{row + 1};{12 + row + Mixer.Below(3, key, row)};-{4 + Mixer.Below(17, key, row)}"),
        _ => Table("hour;level_m;quality", ';', 48, row =>
            string.Create(CultureInfo.InvariantCulture, $"{row};{1.8 + Math.Sin(row * Math.PI / 6.2) + Mixer.Below(20, key, row) / 100.0:F2};{(Mixer.Below(9, key, row) == 0 ? "swell" : "good")}")),
    };

    private static string Table(string head, char between, int rows, Func<int, string> row)
    {
        // A byte-order mark and a "sep" line for ';' is how spreadsheet programs want it.
        var table = new StringBuilder(between == ';' ? "\uFEFFsep=;\r\n" : "").Append(head).Append("\r\n");
        for (var at = 0; at < rows; at++)
            table.Append(row(at)).Append("\r\n");
        return table.ToString();
    }
}
