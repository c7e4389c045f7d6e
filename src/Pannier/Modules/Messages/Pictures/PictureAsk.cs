namespace Pannier.Modules.Messages.Pictures;

/// <summary>What the person says of a message's pictures.</summary>
internal enum PictureAsk
{
    /// <summary>Load them now, for this opening.</summary>
    Once,

    /// <summary>Load them now and whenever this sender is proven to be the sender.</summary>
    Sender,
}
