namespace Pannier.Modules.Messages.Pictures;

/// <summary>By whose word a message's pictures are loaded.</summary>
internal enum PictureConsent
{
    None,

    /// <summary>The person's, for this opening.</summary>
    Once,

    /// <summary>The person's, for this sender.</summary>
    Sender,
}
