using System.Globalization;
using System.Text;
using QRCoder;

namespace Pannier.Modules.Factors;

/// <summary>A QR code as one path of squares, drawn here: no picture is fetched from anywhere.</summary>
/// <param name="Size">Squares each way, the quiet zone included.</param>
/// <param name="Path">SVG path data.</param>
public sealed record QrCode(int Size, string Path)
{
    public static QrCode Of(string text)
    {
        using var generator = new QRCodeGenerator();
        using var data = generator.CreateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var path = new StringBuilder();
        for (var y = 0; y < data.ModuleMatrix.Count; y++)
            for (var x = 0; x < data.ModuleMatrix[y].Count; x++)
                if (data.ModuleMatrix[y][x]) path.Append(CultureInfo.InvariantCulture, $"M{x} {y}h1v1h-1z");

        return new QrCode(data.ModuleMatrix.Count, path.ToString());
    }
}
