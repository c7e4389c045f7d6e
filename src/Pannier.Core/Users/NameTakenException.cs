namespace Pannier.Core.Users;

/// <summary>Somebody has this sign-in name already; nothing was changed and the link still works.</summary>
public sealed class NameTakenException() : Exception("the sign-in name is taken");
