using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Pannier.Core.Crypto;

/// <summary>Key bytes that never move, and are zeroed when closed and no longer in use.</summary>
/// <remarks>
/// A safe handle counts its users, so a key closed by a sign-out in the middle of another request's sealing is wiped
/// after that sealing, and never read as zeroes by it.
/// </remarks>
internal sealed class KeyBytes : SafeHandle
{
    private readonly byte[] _bytes;

    public KeyBytes(ReadOnlySpan<byte> bytes)
        : base(0, ownsHandle: true)
    {
        _bytes = GC.AllocateUninitializedArray<byte>(bytes.Length, pinned: true);
        bytes.CopyTo(_bytes);
        SetHandle(1); // no address: the handle only says "open"
    }

    public override bool IsInvalid => handle == 0;

    /// <exception cref="ObjectDisposedException">The key was wiped.</exception>
    public Lease Hold()
    {
        var held = false;
        DangerousAddRef(ref held);
        return new Lease(this);
    }

    protected override bool ReleaseHandle()
    {
        CryptographicOperations.ZeroMemory(_bytes);
        return true;
    }

    internal readonly ref struct Lease(KeyBytes key)
    {
        public ReadOnlySpan<byte> Bytes => key._bytes;

        public void Dispose() => key.DangerousRelease();
    }
}
