using Pannier.Core.Crypto;

namespace Pannier.Tests.Fuzz.Targets;

/// <summary>Sealed boxes: whatever is changed in one, it does not open.</summary>
internal sealed class Boxes : IFuzzTarget
{
    private static readonly AssociatedData Bound = new("owner", "kind", "id", 1);
    private readonly Vault _vault = new();
    private readonly BoxKey _key = BoxKey.Of(1, new byte[32]);
    private readonly Dictionary<string, byte[]> _good;

    public Boxes()
    {
        var boxes = new[] { "", "x", new string('y', 500) }.Select(text => _vault.Seal(_key, Bound, System.Text.Encoding.UTF8.GetBytes(text))).ToList();
        _good = boxes.ToDictionary(Convert.ToHexString);
        Samples = [.. _good.Keys];
    }

    public IReadOnlyList<string> Samples { get; }

    public IReadOnlyList<string> Words { get; } = ["00", "01", "02", "FF", "0000000000000000"];

    public Task TryAsync(byte[] input)
    {
        var hex = IFuzzTarget.Text(input);
        if (hex.Length % 2 != 0 || hex.Any(character => !char.IsAsciiHexDigit(character))) return Task.CompletedTask;

        var box = Convert.FromHexString(hex);
        if (_good.ContainsKey(Convert.ToHexString(box))) Assert.NotNull(_vault.TryOpen(_key, Bound, box));
        else Assert.Throws<BoxRefused>(() => _vault.Open(_key, Bound, box));
        return Task.CompletedTask;
    }
}
