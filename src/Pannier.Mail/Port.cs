using System.Globalization;

namespace Pannier.Mail;

/// <summary>A TCP port, 1 to 65,535.</summary>
public sealed record Port
{
    private Port(int number) => Number = number;

    public int Number { get; }

    public static Port? Read(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? Of(number) : null;

    /// <summary>Returns null when the number is no port.</summary>
    public static Port? Of(int number) => number is > 0 and <= 65535 ? new(number) : null;

    public override string ToString() => Number.ToString(CultureInfo.InvariantCulture);
}
