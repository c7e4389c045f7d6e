namespace Pannier.Mail.Mirror;

/// <summary>What the structure pass learnt of a message.</summary>
public readonly record struct StructureRead(Uid Uid, AttachmentMark Attachment);
