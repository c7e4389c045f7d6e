namespace Pannier.Demo.Seed;

/// <summary>Choices that look arbitrary and are the same on every run: a hash of a name and a number.</summary>
internal static class Mixer
{
    public static ulong Of(string key, int index = 0)
    {
        // FNV-1a over the name, then the finaliser of SplitMix64 so that neighbouring numbers differ in every bit.
        var hash = 14695981039346656037UL;
        foreach (var letter in key)
            hash = (hash ^ letter) * 1099511628211UL;
        return Spread(hash + (ulong)index * 0x9E3779B97F4A7C15UL);
    }

    public static int Below(int limit, string key, int index = 0) => (int)(Of(key, index) % (ulong)limit);

    public static T Pick<T>(IReadOnlyList<T> from, string key, int index = 0) => from[Below(from.Count, key, index)];

    public static string Hex(string key, int index = 0) => Of(key, index).ToString("x16", System.Globalization.CultureInfo.InvariantCulture);

    private static ulong Spread(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9UL;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EBUL;
        return value ^ (value >> 31);
    }
}
