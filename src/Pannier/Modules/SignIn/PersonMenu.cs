using Pannier.Core.Users;

namespace Pannier.Modules.SignIn;

/// <summary>The menu of the person who is signed in.</summary>
public sealed record PersonMenu(string Name, Role Role);
