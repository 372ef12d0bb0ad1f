cask "keyturn" do
  arch arm: "arm64", intel: "x64"

  version "@VERSION@"
  sha256 arm:   "@SHA256_DMG_ARM@",
         intel: "@SHA256_DMG_INTEL@"

  url "@ADDRESS@/releases/download/v#{version}/keyturn-#{version}-macos-#{arch}.dmg"
  name "Keyturn"
  desc "Renews the yearly SCIM token for Apple School Manager and Microsoft Entra ID"
  homepage "@ADDRESS@"

  app "Keyturn.app"

  zap trash: [
    "~/Library/Application Support/Keyturn",
    "~/Library/Logs/Keyturn",
  ]
end
