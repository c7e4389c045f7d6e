namespace Pannier.Modules.Messages.Pictures;

/// <summary>What all people's kept pictures and fetches may take of this machine.</summary>
internal sealed class PictureRoom : IDisposable
{
    private const long Most = 256L * 1024 * 1024;
    private const int MostAtOnce = 24;
    private long _taken;

    /// <summary>Held while one picture is fetched.</summary>
    public SemaphoreSlim Lines { get; } = new(MostAtOnce);

    /// <summary>False when there is no room; nothing is taken then.</summary>
    public bool Take(int bytes)
    {
        if (Interlocked.Add(ref _taken, bytes) <= Most) return true;
        Give(bytes);
        return false;
    }

    public void Give(int bytes) => Interlocked.Add(ref _taken, -bytes);

    public void Dispose() => Lines.Dispose();
}
