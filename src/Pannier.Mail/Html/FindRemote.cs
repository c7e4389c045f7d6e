namespace Pannier.Mail.Html;

/// <summary>Asked for each reference to a picture on another server, in the order of the message; never for a tracker.</summary>
/// <returns>The view address that stands for it, the same for the same address; null where none may be shown.</returns>
public delegate string? FindRemote(RemotePicture picture);
