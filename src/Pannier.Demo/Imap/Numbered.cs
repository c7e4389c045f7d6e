using Pannier.Demo.Store;

namespace Pannier.Demo.Imap;

/// <summary>A message under the session's sequence number.</summary>
internal readonly record struct Numbered(int Number, DemoMessage Message)
{
    public uint By(Numbering numbering) => numbering == Numbering.Uid ? Message.Uid : (uint)Number;
}
