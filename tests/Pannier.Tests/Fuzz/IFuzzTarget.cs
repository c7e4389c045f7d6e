using System.Text;

namespace Pannier.Tests.Fuzz;

/// <summary>A parser, and what must hold of it whatever it is given.</summary>
internal interface IFuzzTarget
{
    /// <summary>Good inputs, which are changed into others.</summary>
    IReadOnlyList<string> Samples { get; }

    /// <summary>What means something to this parser.</summary>
    IReadOnlyList<string> Words { get; }

    /// <summary>Throws when something does not hold.</summary>
    Task TryAsync(byte[] input);

    /// <summary>Bytes as text, one character a byte where they are no UTF-8, so that nothing is lost.</summary>
    static string Text(byte[] input)
    {
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(input);
        }
        catch (DecoderFallbackException)
        {
            return Encoding.Latin1.GetString(input);
        }
    }
}
