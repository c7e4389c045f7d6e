using Pannier.Mail.Html.Values;

namespace Pannier.Mail.Html;

/// <summary>What stands for a background's address: a view address, or null.</summary>
internal delegate PictureSource? FindBackground(string address);
